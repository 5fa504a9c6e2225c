#if !Server
    /// The types of this module stand behind the `Server` trait.
    @available(*, unavailable, message: "Enable the Server trait of PassKitCore")
    public typealias PassUpdateEngine = Never

    /// The types of this module stand behind the `Server` trait.
    @available(*, unavailable, message: "Enable the Server trait of PassKitCore")
    public typealias PassStore = Never

    /// The types of this module stand behind the `Server` trait.
    @available(*, unavailable, message: "Enable the Server trait of PassKitCore")
    public typealias InMemoryPassStore = Never

    /// The types of this module stand behind the `Server` trait.
    @available(*, unavailable, message: "Enable the Server trait of PassKitCore")
    public typealias PassAPI = Never

    /// The types of this module stand behind the `Server` trait.
    @available(*, unavailable, message: "Enable the Server trait of PassKitCore")
    public typealias PassRoute = Never
#endif
