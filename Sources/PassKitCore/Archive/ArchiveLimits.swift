/// What an archive may be, checked before memory is taken for it.
///
/// The sizes of real passes are far below the defaults: at most 12 entries and about 1 MB unpacked were seen.
public struct ArchiveLimits: Sendable, Hashable {
    /// The most bytes the whole archive may have.
    public var archiveSize: Int

    /// The most entries it may have, folders included; never more than 65,535.
    public var entryCount: Int {
        didSet { entryCount = min(entryCount, Self.mostEntries) }
    }

    // An end record counts no more, and this library writes no other.
    private static let mostEntries = 65_535

    /// The most bytes an entry may have when inflated.
    public var entrySize: Int

    /// The most bytes all entries together may have when inflated.
    public var totalSize: Int

    /// How many times larger than its compressed form an entry beyond 1 MiB may be when inflated.
    public var ratio: Int

    /// The most bytes a name may have.
    public var nameLength: Int

    /// The most segments a name may have: `de.lproj/logo.png` has two.
    public var nameDepth: Int

    /// Takes comments on the archive and on entries.
    ///
    /// Off, they are refused: data can hide there.
    public var allowsComments: Bool

    /// Takes bytes that look like an end record inside the content of an entry, as a stored `.pkpass` in a bundle has.
    public var allowsEndRecordInContent: Bool

    /// Makes limits; what is not given is as in ``default``.
    public init(
        archiveSize: Int = 10 << 20,
        entryCount: Int = 128,
        entrySize: Int = 5 << 20,
        totalSize: Int = 20 << 20,
        ratio: Int = 100,
        nameLength: Int = 255,
        nameDepth: Int = 3,
        allowsComments: Bool = false,
        allowsEndRecordInContent: Bool = false
    ) {
        self.archiveSize = archiveSize
        self.entryCount = min(entryCount, Self.mostEntries)
        self.entrySize = entrySize
        self.totalSize = totalSize
        self.ratio = ratio
        self.nameLength = nameLength
        self.nameDepth = nameDepth
        self.allowsComments = allowsComments
        self.allowsEndRecordInContent = allowsEndRecordInContent
    }

    /// Whether an entry is large, and so much larger than its compressed form that it is taken for a bomb.
    func isBomb(inflated: Int, compressed: Int) -> Bool {
        let (allowed, isHuge) = compressed.multipliedReportingOverflow(by: ratio)
        return inflated > 1 << 20 && !isHuge && inflated > allowed
    }

    /// For passes from anywhere: 10 MiB, 128 entries of at most 5 MiB, 20 MiB in all, 100 times inflated.
    public static let `default` = ArchiveLimits()

    /// For bundles (`.pkpasses`): 150 MB, which is Apple's limit, and passes of at most 10 MiB.
    public static let bundle = ArchiveLimits(
        archiveSize: 150_000_000,
        entrySize: 10 << 20,
        totalSize: 150_000_000,
        allowsEndRecordInContent: true
    )

    /// For archives you made yourself: 256 MiB, 65,535 entries, 64 MiB each, comments taken.
    ///
    /// - Warning: Do not use it for uploads: a hostile archive costs up to this much memory.
    public static let permissive = ArchiveLimits(
        archiveSize: 256 << 20,
        entryCount: 65_535,
        entrySize: 64 << 20,
        totalSize: 512 << 20,
        ratio: 1032,
        nameDepth: 64,
        allowsComments: true,
        allowsEndRecordInContent: true
    )
}
