/// What a pass means, in a form the system can act upon. (Apple, Wallet Passes, "SemanticTags".)
///
/// Tags may stand at the pass or at any one field, with the same effect. Texts are localizable.
public struct SemanticTags: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// No tags.
    public init() { json = JSONObject() }
}
