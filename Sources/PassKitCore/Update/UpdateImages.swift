/// Puts the images of a request into the package: finds for each part the file it stands for.
struct UpdateImages {
    private let images: [PassUpdateRequest.Image]
    private let content: PassUpdateContent
    private let ignoresUnknown: Bool

    init(_ request: PassUpdateRequest, ignoresUnknown: Bool) {
        images = request.images
        content = request.content
        self.ignoresUnknown = ignoresUnknown
    }

    /// Replaces or adds each image; equal bytes change nothing.
    /// - Returns: What is worth saying, such as scales of an image that are left as they were.
    func apply(to package: inout PassPackage) throws(PassError) -> [Finding] {
        var findings: [Finding] = []
        var partOfPath: [String: String] = [:]
        for image in images {
            guard let path = path(of: image) else {
                if ignoresUnknown { continue }
                throw PassError(
                    .updateUnknownImage,
                    "The part \"\(image.name.prefix(80))\" stands for no image of a pass. Name it logo, icon@2x, "
                        + "strip.png, de.lproj/logo@2x.png …, or refer to it in appearance.images with an imageType."
                )
            }
            if let other = partOfPath.updateValue(image.name, forKey: path) {
                throw PassError(
                    .updateRepeatedImage,
                    "The parts \"\(other.prefix(80))\" and \"\(image.name.prefix(80))\" both stand for \(path). Send one."
                )
            }
            try Self.checkPNG(image)
            package.images[path] = image.bytes
        }
        for (path, part) in partOfPath.sorted(by: { $0.key < $1.key }) {
            findings += staleScales(of: path, part, package, among: Set(partOfPath.keys))
        }
        return findings
    }

    private static func checkPNG(_ image: PassUpdateRequest.Image) throws(PassError) {
        do throws(PassError) {
            try PNGStructure.check(new: image.bytes)
        } catch {
            throw PassError(
                .updateImageNotPNG,
                "The part \"\(image.name.prefix(80))\" is no PNG. Passes hold PNG images only. \(error.message)",
                cause: error
            )
        }
    }

    // MARK: Which file

    /// The file a part stands for, by its name, by `appearance.images`, or by its file name.
    private func path(of image: PassUpdateRequest.Image) -> String? {
        if let name = Self.knownName(image.name) { return name.path }
        if let slot = slot(of: image.name) {
            // The part may say the scale though its name is free: `membershipLogo@2x`.
            return PassImageName(slot, scale: PassImageName(image.name)?.scale ?? 1).path
        }
        return image.fileName.flatMap(Self.knownName)?.path
    }

    private static func knownName(_ spelling: String) -> PassImageName? {
        PassImageName(spelling).flatMap { $0.slot.isDocumented ? $0 : nil }
    }

    /// The slot that `appearance.images` names for a part; its words are in capitals.
    private func slot(of part: String) -> ImageSlot? {
        let entries = content.unknownMembers["appearance"]?["images"]
        let list = entries?.arrayValue ?? entries.map { [$0] } ?? []
        let entry = list.first { $0["imageFieldName"]?.stringValue == part }
        guard let type = entry?["imageType"]?.stringValue?.lowercased() else { return nil }
        return ImageSlot.documented.first { $0.rawValue.lowercased() == type }
    }

    // MARK: Other scales

    private func staleScales(
        of path: String,
        _ part: String,
        _ package: PassPackage,
        among changed: Set<String>
    ) -> [Finding] {
        guard let name = PassImageName(path) else { return [] }
        let others = package.images.names(of: name.slot)
            .filter { $0.language == name.language && $0 != name && !changed.contains($0.path) }
            .map(\.path)
        guard !others.isEmpty else { return [] }
        return [FindingRule.otherScales.finding(at: path, [part, path, others.joined(separator: ", ")])]
    }
}
