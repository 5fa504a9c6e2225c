#if !SQLite
    /// The types of this module stand behind the `SQLite` trait.
    @available(*, unavailable, message: "Enable the SQLite trait of PassKitCore")
    public typealias SQLitePassStore = Never

    /// The types of this module stand behind the `SQLite` trait.
    @available(*, unavailable, message: "Enable the SQLite trait of PassKitCore")
    public typealias SQLiteQueueInspector = Never
#endif
