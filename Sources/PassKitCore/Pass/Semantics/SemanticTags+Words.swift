extension SemanticTags {
    /// What kind of event it is.
    public struct EventType: JSONToken {
        /// The word, such as `PKEventTypeGeneric`.
        public let rawValue: String

        /// Makes a value from its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Anything else.
        public static let generic = Self(rawValue: "PKEventTypeGeneric")
        /// A concert, a play.
        public static let livePerformance = Self(rawValue: "PKEventTypeLivePerformance")
        /// A film.
        public static let movie = Self(rawValue: "PKEventTypeMovie")
        /// A match.
        public static let sports = Self(rawValue: "PKEventTypeSports")
        /// A conference.
        public static let conference = Self(rawValue: "PKEventTypeConference")
        /// A convention.
        public static let convention = Self(rawValue: "PKEventTypeConvention")
        /// A workshop.
        public static let workshop = Self(rawValue: "PKEventTypeWorkshop")
        /// A party.
        public static let socialGathering = Self(rawValue: "PKEventTypeSocialGathering")

        /// The types that Apple documents.
        public static let documented: [Self] = [
            generic, livePerformance, movie, sports, conference, convention, workshop, socialGathering,
        ]
    }
}

extension SemanticTags {
    /// A programme for quicker security or border checks.
    public struct SecurityProgram: JSONToken {
        /// The word, such as `PKTransitSecurityProgramTSAPreCheck`.
        public let rawValue: String

        /// Makes a value from its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// TSA PreCheck.
        public static let tsaPreCheck = Self(rawValue: "PKTransitSecurityProgramTSAPreCheck")
        /// TSA PreCheck Touchless ID.
        public static let tsaPreCheckTouchlessID = Self(rawValue: "PKTransitSecurityProgramTSAPreCheckTouchlessID")
        /// One Stop Security.
        public static let oss = Self(rawValue: "PKTransitSecurityProgramOSS")
        /// International to international.
        public static let iti = Self(rawValue: "PKTransitSecurityProgramITI")
        /// International to domestic.
        public static let itd = Self(rawValue: "PKTransitSecurityProgramITD")
        /// Global Entry.
        public static let globalEntry = Self(rawValue: "PKTransitSecurityProgramGlobalEntry")
        /// CLEAR.
        public static let clear = Self(rawValue: "PKTransitSecurityProgramCLEAR")

        /// The programmes that Apple documents.
        public static let documented: [Self] = [
            tsaPreCheck, tsaPreCheckTouchlessID, oss, iti, itd, globalEntry, clear,
        ]
    }
}

extension SemanticTags {
    /// What a passenger may do or bring.
    public struct PassengerCapability: JSONToken {
        /// The word, such as `PKPassengerCapabilityPreboarding`.
        public let rawValue: String

        /// Makes a value from its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Board before the others.
        public static let preboarding = Self(rawValue: "PKPassengerCapabilityPreboarding")
        /// Board with priority.
        public static let priorityBoarding = Self(rawValue: "PKPassengerCapabilityPriorityBoarding")
        /// Bring a bag on board.
        public static let carryOn = Self(rawValue: "PKPassengerCapabilityCarryon")
        /// Bring a personal item on board.
        public static let personalItem = Self(rawValue: "PKPassengerCapabilityPersonalItem")
        /// Travel with an infant on the lap.
        public static let lapInfant = Self(rawValue: "PKPassengerCapabilityLapInfant")

        /// The capabilities that Apple documents.
        public static let documented: [Self] = [
            preboarding, priorityBoarding, carryOn, personalItem, lapInfant,
        ]
    }
}

extension SemanticTags {
    /// An IATA code for special service (SSR), for which Wallet shows a badge.
    public struct ServiceRequest: JSONToken {
        /// The word, such as `INFT`.
        public let rawValue: String

        /// Makes a value from its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An infant.
        public static let infant = Self(rawValue: "INFT")
        /// An animal in the cabin.
        public static let petInCabin = Self(rawValue: "PETC")
        /// A service animal.
        public static let serviceAnimal = Self(rawValue: "SVAN")
        /// A child that travels alone.
        public static let unaccompaniedMinor = Self(rawValue: "UMNR")
        /// A wheelchair with a dry battery.
        public static let wheelchairDryBattery = Self(rawValue: "WCBD")
        /// A wheelchair with a wet battery.
        public static let wheelchairWetBattery = Self(rawValue: "WCBW")
        /// A wheelchair, to the seat.
        public static let wheelchairToSeat = Self(rawValue: "WCHC")
        /// A wheelchair, for longer ways.
        public static let wheelchairRamp = Self(rawValue: "WCHR")
        /// A wheelchair, for steps and longer ways.
        public static let wheelchairSteps = Self(rawValue: "WCHS")
        /// A wheelchair with a lithium battery.
        public static let wheelchairLithiumBattery = Self(rawValue: "WCLB")
        /// A wheelchair moved by hand.
        public static let wheelchairManual = Self(rawValue: "WCMP")
        /// A wheelchair on board.
        public static let wheelchairOnBoard = Self(rawValue: "WCOB")

        /// The codes that Wallet has badges for: `INFT` as information, the others as service.
        public static let documented: [Self] = [
            infant, petInCabin, serviceAnimal, unaccompaniedMinor, wheelchairDryBattery, wheelchairWetBattery,
            wheelchairToSeat, wheelchairRamp, wheelchairSteps, wheelchairLithiumBattery, wheelchairManual,
            wheelchairOnBoard,
        ]
    }
}
