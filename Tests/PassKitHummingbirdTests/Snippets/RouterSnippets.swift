#if Hummingbird
    import Hummingbird
    import PassKitHummingbird
    import PassKitServer

    // The code of the catalogue of PassKitHummingbird, as it stands there.

    func makeRouter(_ api: PassAPI) -> Router<BasicRequestContext> {
        let router = Router()
        router.add(api)
        return router
    }
#endif
