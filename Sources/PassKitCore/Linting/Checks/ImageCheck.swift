/// Checks the images: whether they are PNG, of the right size, and shown at all.
struct ImageCheck {
    let pass: LintedPass

    private struct Image {
        let name: PassImageName
        let structure: PNGStructure
    }

    func run(_ report: inout LintReport) {
        let names = pass.archive.entries.compactMap { entry in
            PassImageName(entry.name).flatMap { entry.name.hasSuffix(".png") ? $0 : nil }
        }
        checkIcon(names, &report)
        checkOthers(&report)
        let images = names.filter(\.slot.isDocumented).compactMap { read($0, &report) }
        for image in images { checkSize(image, &report) }
        checkShapes(images, &report)
        checkUse(names.filter(\.slot.isDocumented), &report)
        checkLanguages(names, &report)
    }

    private func checkIcon(_ names: [PassImageName], _ report: inout LintReport) {
        let icons = names.filter { $0.slot == .icon }
        guard !icons.isEmpty else {
            report.add(.iconMissing, at: .file("icon.png"))
            return
        }
        for scale in 2...3 where !icons.contains(where: { $0.scale == scale }) {
            report.add(.iconScaleMissing, at: .file("icon@\(scale)x.png"), "\(scale)")
        }
    }

    /// What is called a PNG and is none must not be passed on, whether or not Wallet shows it.
    private func checkOthers(_ report: inout LintReport) {
        for entry in pass.archive.entries where entry.name.lowercased().hasSuffix(".png") {
            let isShown = entry.name.hasSuffix(".png") && PassImageName(entry.name)?.slot.isDocumented == true
            guard !isShown, !PackageCheck.isOfSystem(entry.name) else { continue }
            do {
                _ = try pass.archive.withBytes(of: entry.name) { (bytes) throws(PassError) in
                    try PNGStructure(checking: bytes)
                }
            } catch let error as PassError {
                if error.code == .containerPNGSignature { report.add(Finding(error, path: entry.name)) }
            } catch {
                // Neither the archive nor the closure throws anything else.
            }
        }
    }

    private func read(_ name: PassImageName, _ report: inout LintReport) -> Image? {
        do {
            let structure = try pass.archive.withBytes(of: name.path) { (bytes) throws(PassError) in
                try PNGStructure(checking: bytes)
            }
            return Image(name: name, structure: structure)
        } catch let error as PassError {
            report.add(Finding(error, path: name.path))
        } catch {
            // Neither the archive nor the closure throws anything else.
        }
        return nil
    }

    private func checkSize(_ image: Image, _ report: inout LintReport) {
        let (slot, scale) = (image.name.slot, image.name.scale)
        let (width, height) = (image.structure.width, image.structure.height)
        if slot == .thumbnail, width * 3 < height * 2 || height * 3 < width * 2 {
            report.add(.thumbnailShape, at: .file(image.name.path), "\(width)", "\(height)")
        } else if !slot.fits(width: width, height: height, scale: scale), let size = slot.sizes.first {
            report.add(
                .imageSize,
                at: .file(image.name.path),
                "\(width)",
                "\(height)",
                slot.rawValue,
                "\(Self.spelled(size.width)) × \(Self.spelled(size.height))",
                "\(scale)"
            )
        }
    }

    private static func spelled(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }

    /// All scales of an image should be the same drawing; sizes are rounded, so a few percent do not matter.
    private func checkShapes(_ images: [Image], _ report: inout LintReport) {
        var first: [PassImageName: Image] = [:]
        for image in images {
            let key = PassImageName(image.name.slot, language: image.name.language)
            guard let other = first[key] else {
                first[key] = image
                continue
            }
            // Not as integers: sides have up to 31 bits, and twenty times their product no room.
            let left = Double(image.structure.width) * Double(other.structure.height)
            let right = Double(other.structure.width) * Double(image.structure.height)
            if abs(left - right) * 20 > max(left, right) {
                report.add(.scalesDiffer, at: .file(image.name.path), other.name.path)
            }
        }
    }

    private func checkUse(_ names: [PassImageName], _ report: inout LintReport) {
        guard let style = pass.styles.first else { return }
        let schemes = pass.schemes.map(PassStyleScheme.init(rawValue:))
        for name in names where !pass.styles.contains(where: { name.slot.isShown(on: $0, schemes: schemes) }) {
            report.add(.imageUnused, at: .file(name.path), style.rawValue, name.slot.rawValue)
        }
        guard pass.styles.contains(.eventTicket), let strip = names.first(where: { $0.slot == .strip }),
            // A poster draws the background itself; the strip serves the classic ticket.
            let other = names.first(where: { $0.slot == .thumbnail || $0.slot == .background && !pass.isPosterTicket })
        else { return }
        report.add(.stripWithBackground, at: .file(strip.path), other.slot.rawValue)
    }

    private func checkLanguages(_ names: [PassImageName], _ report: inout LintReport) {
        var images: [String: Set<PassImageName>] = [:]
        for name in names {
            guard let language = name.language else { continue }
            images[language, default: []].insert(PassImageName(name.slot, scale: name.scale))
        }
        let all = images.values.reduce(into: Set()) { $0.formUnion($1) }
        for language in Set(pass.strings.files.map(\.language)).union(images.keys).sorted() {
            let missing = all.subtracting(images[language] ?? []).map(\.path).min()
            if let missing { report.add(.localizedImagesDiffer, at: .file("\(language).lproj"), missing) }
        }
        let root = Set(names.filter { $0.language == nil }.map(\.slot))
        for slot in root.sorted(by: { $0.rawValue < $1.rawValue }) {
            let languages = images.filter { $0.value.contains { $0.slot == slot } }.keys.sorted()
            guard let language = languages.first else { continue }
            report.add(.localizedImageAtRoot, at: .file(PassImageName(slot).path), language)
        }
    }
}
