extension String {
    /// Whether two texts have the same bytes.
    ///
    /// `==` takes `é` for the same whether it is one scalar or two. Identifiers are told apart as databases, Wallet and
    /// other servers do it: by their bytes.
    package func isSpelled(as other: String) -> Bool {
        // What differs canonically has other bytes, too; and most texts that are equal are cheap to compare.
        self == other && utf8.elementsEqual(other.utf8)
    }

    /// Feeds the bytes to a hasher, as befits what is compared with ``isSpelled(as:)``.
    ///
    /// `String` feeds what all canonical equivalents have in common: thousands of keys could share one hash.
    package func hashSpelling(into hasher: inout Hasher) {
        var text = self
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(UInt8.max)
    }
}

extension String? {
    /// Whether both are there with the same bytes, or both are not there.
    package func isSpelled(as other: String?) -> Bool {
        guard let self, let other else { return self == nil && other == nil }
        return self.isSpelled(as: other)
    }
}

/// A text as a key: the same as another only when its bytes are.
package struct Spelling: Hashable, Sendable {
    /// The text.
    package let text: String

    /// Makes a key.
    package init(_ text: String) { self.text = text }

    package static func == (left: Self, right: Self) -> Bool { left.text.isSpelled(as: right.text) }

    package func hash(into hasher: inout Hasher) { text.hashSpelling(into: &hasher) }
}
