extension String {
    /// Whether two texts are the same scalar by scalar, as JSON compares keys; `==` also takes canonical equivalents
    /// for equal.
    func isExactly(_ other: String) -> Bool {
        // `==` first: it is quick, and says no in most cases.
        self == other && utf8.elementsEqual(other.utf8)
    }
}
