extension PassError.Code {
    /// The text breaks the grammar of JSON; the error names line and column.
    public static let jsonSyntax = Self("json.syntax")

    /// The bytes are not UTF-8.
    public static let jsonEncoding = Self("json.encoding")

    /// An object holds the same key twice, which readers understand differently.
    public static let jsonDuplicateKey = Self("json.duplicate-key")

    /// Arrays and objects are nested deeper than the limit.
    public static let jsonTooDeep = Self("json.too-deep")

    /// The text is longer, or holds more values, than the limit allows.
    public static let jsonTooLarge = Self("json.too-large")

    /// A path does not lead to a place in the tree.
    public static let jsonPath = Self("json.path")

    /// The value has another type than the one that is needed here.
    public static let jsonType = Self("json.type")
}
