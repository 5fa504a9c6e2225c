/// Rules for what names the pass, its web service and its app.
extension FindingRule {
    static let formatVersion = FindingRule(
        "lint.identity.format-version",
        .error,
        rule: 48,
        message: "formatVersion is missing or not 1.",
        why: "Wallet knows version 1 only, and refuses the pass.",
        mend: "Add \"formatVersion\": 1.",
        source: Source.apple("Pass")
    )

    static let passTypeMissing = FindingRule(
        "lint.identity.pass-type-missing",
        .error,
        rule: 49,
        message: "passTypeIdentifier is missing or empty.",
        why: "Wallet refuses a pass without a type: it must be the one of the signing certificate.",
        mend: "Add the pass type identifier that you registered at Apple, such as pass.com.example.ticket.",
        source: Source.apple("Pass")
    )

    static let passTypePrefix = FindingRule(
        "lint.identity.pass-type-prefix",
        .warning,
        rule: 50,
        message: "The passTypeIdentifier \"{type}\" does not begin with \"pass.\".",
        why: "Apple registers only identifiers that begin so: no certificate can fit this one.",
        mend: "Write the pass type identifier as it is registered at Apple.",
        source: Source.apple("Pass")
    )

    static let serialMissing = FindingRule(
        "lint.identity.serial-missing",
        .error,
        rule: 51,
        message: "serialNumber is missing or empty.",
        why: "Wallet refuses the pass: type and serial number together name it.",
        mend: "Add a serial number that no other pass of the type has.",
        source: Source.apple("Pass")
    )

    static let serialUnsafe = FindingRule(
        "lint.identity.serial-unsafe",
        .warning,
        rule: 52,
        message: "serialNumber is longer than 100 characters, or has some that URLs must escape.",
        why: "Devices put the serial number into the URLs of your web service; not every server unescapes it alike.",
        mend: "Use letters, digits, and - . _ ~ only, and few of them.",
        source: Source.guide
    )

    static let teamMissing = FindingRule(
        "lint.identity.team-missing",
        .error,
        rule: 53,
        message: "teamIdentifier is missing or empty.",
        why: "Wallet refuses the pass: the team must be the one of the signing certificate.",
        mend: "Add the team identifier from your Apple developer account.",
        source: Source.apple("Pass")
    )

    static let teamForm = FindingRule(
        "lint.identity.team-form",
        .warning,
        rule: 54,
        message: "The teamIdentifier \"{team}\" is not ten capital letters and digits.",
        why: "Apple's team identifiers are: no certificate can fit this one.",
        mend: "Copy the team identifier from your Apple developer account."
    )

    static let organizationMissing = FindingRule(
        "lint.identity.organization-missing",
        .error,
        rule: 55,
        message: "organizationName is missing or empty.",
        why: "Wallet refuses the pass: the lock screen and notifications name the organization.",
        mend: "Add the name of who issues the pass.",
        source: Source.apple("Pass")
    )

    static let descriptionMissing = FindingRule(
        "lint.identity.description-missing",
        .error,
        rule: 56,
        message: "description is missing or empty.",
        why: "Wallet refuses the pass: VoiceOver reads the description to people who cannot see it.",
        mend: "Add a few words that tell what the pass is.",
        source: Source.apple("Pass")
    )

    static let userInfoType = FindingRule(
        "lint.identity.user-info",
        .warning,
        rule: 70,
        message: "userInfo is no object.",
        why: "Apple documents a dictionary; apps get nothing, or something else than they expect.",
        mend: "Put the value into an object.",
        source: Source.apple("Pass")
    )

    static let expired = FindingRule(
        "lint.expiry.expired",
        .warning,
        rule: 71,
        message: "The pass expired at {date}.",
        why: "Wallet hides expired passes from the stack.",
        mend: "Move expirationDate into the future, or leave it as it is when the pass is meant to be over."
    )

    static let webServiceScheme = FindingRule(
        "lint.web-service.scheme",
        .error,
        rule: 61,
        message: "webServiceURL has another scheme than https.",
        why: "Devices cannot register for updates.",
        mend: "Write a URL that begins with https://.",
        source: Source.apple("Pass")
    )

    static let webServiceInsecure = FindingRule(
        "lint.web-service.insecure",
        .warning,
        rule: 62,
        message: "webServiceURL is http.",
        why: "Devices register by https only, unless their owner allows http for development.",
        mend: "Serve the web service by https.",
        source: Source.apple("Pass")
    )

    static let webServiceTokenMissing = FindingRule(
        "lint.web-service.token-missing",
        .error,
        rule: 63,
        message: "There is a webServiceURL, but no authenticationToken.",
        why: "Wallet needs both to register for updates, and refuses the pass.",
        mend: "Add a random authenticationToken of at least 16 characters, or remove webServiceURL.",
        source: Source.guide
    )

    static let webServiceURLMissing = FindingRule(
        "lint.web-service.url-missing",
        .error,
        rule: 63,
        message: "There is an authenticationToken, but no webServiceURL.",
        why: "The token has no use, and the pass is never updated.",
        mend: "Add the webServiceURL, or remove authenticationToken.",
        source: Source.guide
    )

    static let webServiceTokenShort = FindingRule(
        "lint.web-service.token-short",
        .error,
        rule: 64,
        message: "authenticationToken has {count} characters.",
        why: "Wallet demands 16 or more: the token is all that keeps strangers from the pass.",
        mend: "Make a random token of at least 16 characters, and never change it afterwards.",
        source: Source.guide
    )

    static let storeIdentifiersMissing = FindingRule(
        "lint.app.store-identifiers-missing",
        .error,
        rule: 65,
        message: "There is an appLaunchURL, but no associatedStoreIdentifiers.",
        why: "Wallet does not know which app to open, and shows none.",
        mend: "Add the App Store identifier of your app, or remove appLaunchURL.",
        source: Source.guide
    )

    static let storeIdentifier = FindingRule(
        "lint.app.store-identifier",
        .error,
        rule: 66,
        message: "\"{value}\" is no App Store identifier.",
        why: "Wallet finds no app by it.",
        mend: "Write the app's number from the App Store, a positive whole number.",
        source: Source.apple("Pass")
    )

    static let identity: [FindingRule] = [
        .formatVersion, .passTypeMissing, .passTypePrefix, .serialMissing, .serialUnsafe, .teamMissing, .teamForm,
        .organizationMissing, .descriptionMissing, .userInfoType, .expired, .webServiceScheme, .webServiceInsecure,
        .webServiceTokenMissing, .webServiceURLMissing, .webServiceTokenShort, .storeIdentifiersMissing,
        .storeIdentifier,
    ]
}
