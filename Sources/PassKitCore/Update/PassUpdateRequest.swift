/// A request to update a pass, or to issue one: the package, images that replace some of its own, and the content.
public struct PassUpdateRequest: Sendable, Hashable {
    /// An image sent beside the package.
    public struct Image: Sendable, Hashable {
        /// The name of the part, which says where the image belongs.
        ///
        /// `logo`, `logo@2x`, `logo@2x.png` and `de.lproj/logo@2x.png` are all understood.
        public var name: String
        /// The file name of the part, when it says more than the name does.
        public var fileName: String?
        /// The PNG.
        public var bytes: [UInt8]

        /// Makes an image.
        ///
        /// A file name that is the last component of the name says nothing more, and is not kept.
        public init(name: String, fileName: String? = nil, bytes: [UInt8]) {
            self.name = name
            let isNews = fileName.map { !$0.isEmpty && !name.split(separator: "/").suffix(1).elementsEqual([$0[...]]) }
            self.fileName = isNews == true ? fileName : nil
            self.bytes = bytes
        }
    }

    /// The bytes of the `.pkpass`.
    public var pkPass: [UInt8]

    /// The file name the package is sent with, without folders; it is for people.
    public var fileName: String

    /// Images that replace or add some of the package's own.
    public var images: [Image]

    /// Who the request is for, what they are told, and when.
    public var content: PassUpdateContent

    /// Names this very request, so that sending it again does nothing twice.
    public var idempotencyKey: String?

    /// Makes a request.
    public init(
        pkPass: [UInt8],
        fileName: String = "pass.pkpass",
        images: [Image] = [],
        content: PassUpdateContent,
        idempotencyKey: String? = nil
    ) {
        self.pkPass = pkPass
        self.fileName = fileName
        self.images = images
        self.content = content
        self.idempotencyKey = idempotencyKey
    }
}
