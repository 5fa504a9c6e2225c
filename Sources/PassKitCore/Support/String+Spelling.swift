extension String {
    /// Whether two texts have the same bytes.
    ///
    /// `==` takes `é` for the same whether it is one scalar or two. Identifiers are told apart as databases, Wallet and
    /// other servers do it: by their bytes.
    package func isSpelled(as other: String) -> Bool {
        // What differs canonically has other bytes, too; and most texts that are equal are cheap to compare.
        self == other && utf8.elementsEqual(other.utf8)
    }
}

/// A text as a key: the same as another only when its bytes are.
package struct Spelling: Hashable, Sendable {
    /// The text.
    package let text: String

    /// Makes a key.
    package init(_ text: String) { self.text = text }

    package static func == (left: Self, right: Self) -> Bool { left.text.isSpelled(as: right.text) }
}
