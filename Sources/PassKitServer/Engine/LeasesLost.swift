#if Server
    import PassKitCore

    extension PassError {
        /// Why work is given up that was begun too often.
        ///
        /// What fails is given up at its last attempt; only what takes the process down with it is begun once more.
        static var leasesLost: PassError {
            PassError(
                .engineLeasesLost,
                "The work was begun as often as allowed and never came to an end, as when it brings the process down. "
                    + "Find out why, then drive it again."
            )
        }
    }
#endif
