extension SemanticTags {
    /// The sport (iOS 12).
    public var sportName: String? {
        get { self["sportName"] }
        set { self["sportName"] = newValue }
    }

    /// The league (iOS 12).
    public var leagueName: String? {
        get { self["leagueName"] }
        set { self["leagueName"] = newValue }
    }

    /// The league in short (iOS 12).
    public var leagueAbbreviation: String? {
        get { self["leagueAbbreviation"] }
        set { self["leagueAbbreviation"] = newValue }
    }

    /// The home team's name (iOS 12).
    public var homeTeamName: String? {
        get { self["homeTeamName"] }
        set { self["homeTeamName"] = newValue }
    }

    /// The home team's home (iOS 12).
    public var homeTeamLocation: String? {
        get { self["homeTeamLocation"] }
        set { self["homeTeamLocation"] = newValue }
    }

    /// The home team in short; poster tickets for sports need it (iOS 12).
    public var homeTeamAbbreviation: String? {
        get { self["homeTeamAbbreviation"] }
        set { self["homeTeamAbbreviation"] = newValue }
    }

    /// The visiting team's name (iOS 12).
    public var awayTeamName: String? {
        get { self["awayTeamName"] }
        set { self["awayTeamName"] = newValue }
    }

    /// The visiting team's home (iOS 12).
    public var awayTeamLocation: String? {
        get { self["awayTeamLocation"] }
        set { self["awayTeamLocation"] = newValue }
    }

    /// The visiting team in short; poster tickets for sports need it (iOS 12).
    public var awayTeamAbbreviation: String? {
        get { self["awayTeamAbbreviation"] }
        set { self["awayTeamAbbreviation"] = newValue }
    }
}
