/// What Apple's Pass Designer and Pass Builder note of themselves in `tooling.json`.
///
/// Wallet does not read the file; signing keeps it, as any other. (Apple, Pass Builder, open source.)
public struct PassTooling: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// The version of Pass Designer that made the template.
    public var designerVersion: String? {
        get { self["designerVersion"] }
        set { self["designerVersion"] = newValue }
    }

    /// The version of Pass Builder that made the package of the template.
    public var builderVersion: String? {
        get { self["builderVersion"] }
        set { self["builderVersion"] = newValue }
    }

    /// Whether Apple's tools are to make a variant of the pass for older systems; no when nil.
    ///
    /// This library does not: what such a variant holds is not documented.
    public var automaticallyGenerateCompatiblePass: Bool? {
        get { self["automaticallyGenerateCompatiblePass"] }
        set { self["automaticallyGenerateCompatiblePass"] = newValue }
    }
}

extension PassPackage {
    /// What Apple's tools note in `tooling.json`; nil where there is none, or it is no JSON object.
    public var tooling: PassTooling? { object(in: PassFileName.tooling).map(PassTooling.init(json:)) }
}
