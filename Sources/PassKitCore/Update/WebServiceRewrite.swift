/// A web service of ours that takes the place of the one a pass names, so that devices ask us for updates.
public struct WebServiceRewrite: Sendable, Hashable {
    /// The address, without `/v1`.
    public var webServiceURL: String

    /// The token devices show for this pass, at least 16 characters; the same for every version of the pass.
    public var authenticationToken: String

    /// Makes a rewrite.
    public init(webServiceURL: String, authenticationToken: String) {
        self.webServiceURL = webServiceURL
        self.authenticationToken = authenticationToken
    }
}
