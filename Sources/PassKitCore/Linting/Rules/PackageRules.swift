/// Rules for the files of a package, for its images, and for its folders of languages.
extension FindingRule {
    private static let source = Source.apple("Creating the source for a pass")

    static let wrappingFolder = FindingRule(
        "lint.package.wrapping-folder",
        .error,
        rule: 2,
        message: "pass.json lies in the folder \"{folder}\".",
        why: "Wallet looks for pass.json at the root of the archive, finds none, and refuses the pass.",
        mend: "Zip the files in the folder, not the folder.",
        source: Source.apple("Building a pass")
    )

    static let systemFile = FindingRule(
        "lint.package.system-file",
        .warning,
        rule: 9,
        message: "The file was left behind by a system or a tool.",
        why: "It belongs to no pass, and a pass that holds files its manifest does not list is refused.",
        mend: "Remove it: zip -X leaves such files out.",
        source: Source.apple("Building a pass")
    )

    static let large = FindingRule(
        "lint.package.large",
        .warning,
        rule: 11,
        message: "The pass has {size} bytes, more than {limit}.",
        why: "Devices load the whole pass with every update; Apple states no limit, but people on the road have one.",
        mend: "Save images with fewer colours, and leave out scales that no device needs."
    )

    static let unknownFile = FindingRule(
        "lint.package.unknown-file",
        .warning,
        rule: 12,
        message: "Wallet knows no file of this name.",
        why: "It makes the pass larger and does nothing; a misspelled image is not shown.",
        mend: "Remove it, or spell it as Apple does: logo@2x.png, de.lproj/pass.strings."
    )

    static let iconMissing = FindingRule(
        "lint.image.icon-missing",
        .error,
        rule: 5,
        message: "The pass has no icon.",
        why: "Wallet refuses a pass without one: the lock screen and Mail show it.",
        mend: "Add icon@2x.png and icon@3x.png, of 76 and 114 pixels.",
        source: source
    )

    static let iconScaleMissing = FindingRule(
        "lint.image.icon-scale-missing",
        .warning,
        rule: 6,
        message: "The icon is missing at the scale {scale}.",
        why: "Devices with that display show a blurred icon.",
        mend: "Add icon@2x.png (76 × 76) and icon@3x.png (114 × 114).",
        source: Source.interface
    )

    static let imageSize = FindingRule(
        "lint.image.size",
        .warning,
        rule: 14,
        message: "The image has {width} × {height} pixels, and {slot} takes {points} points at the scale {scale}.",
        why: "Wallet scales the image until it fills its place, and cuts off what stands out.",
        mend: "Make it as large as its place: points times scale.",
        source: Source.interface
    )

    static let scalesDiffer = FindingRule(
        "lint.image.scales-differ",
        .warning,
        rule: 15,
        message: "The image has another shape than {name}.",
        why: "The pass looks different from one device to the next.",
        mend: "Export all scales from one drawing."
    )

    static let imageUnused = FindingRule(
        "lint.image.unused",
        .warning,
        rule: 16,
        message: "{style} does not show {slot}.",
        why: "The image makes the pass larger and is not seen.",
        mend: "Remove the image, or use one that the style shows.",
        source: Source.guide
    )

    static let stripWithBackground = FindingRule(
        "lint.image.strip-with-background",
        .warning,
        rule: 17,
        message: "An event ticket has a strip or {slot}, not both.",
        why: "With a strip Wallet draws the other layout, and leaves background and thumbnail out.",
        mend: "Remove the strip, or background and thumbnail.",
        source: Source.guide
    )

    static let thumbnailShape = FindingRule(
        "lint.image.thumbnail-shape",
        .warning,
        rule: 18,
        message: "The thumbnail is {width} × {height} pixels.",
        why: "Wallet cuts a thumbnail that is longer than 3 to 2 or 2 to 3.",
        mend: "Cut the image yourself.",
        source: Source.guide
    )

    static let languageName = FindingRule(
        "lint.localization.language-name",
        .warning,
        rule: 161,
        message: "\"{folder}\" is named after no language.",
        why: "No device takes its texts and images from there.",
        mend: "Name the folder by a tag such as de, en-GB or zh-Hans, with .lproj.",
        source: source
    )

    static let localizedImagesDiffer = FindingRule(
        "lint.localization.images-differ",
        .warning,
        rule: 161,
        message: "The folder lacks {image}, which another language has.",
        why: "Holders with that language see a blurred image, or none.",
        mend: "Give every language the same images at the same scales.",
        source: source
    )

    static let localizedImageAtRoot = FindingRule(
        "lint.localization.image-at-root",
        .warning,
        rule: 161,
        message: "The image stands at the root and for {language}.",
        why: "The one at the root wins: nobody sees the other.",
        mend: "Remove the image from the root.",
        source: Source.guide
    )

    static let package: [FindingRule] = [
        .wrappingFolder, .iconMissing, .iconScaleMissing, .systemFile, .large, .unknownFile, .imageSize,
        .scalesDiffer, .imageUnused, .stripWithBackground, .thumbnailShape, .languageName, .localizedImagesDiffer,
        .localizedImageAtRoot,
    ]
}
