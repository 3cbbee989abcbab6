package dev.linkspan.chaos

/** Faults that a run may meet, as the emulator takes them. All of them end some time. */
class Mishaps {

    private static final KINDS = [
        '429', '429', '500', '503', '502-html', 'reset', 'reset', 'lost', 'lost', 'garbage', 'truncated', 'slow 40s', 'stale', '403']
    private static final METHODS = ['GET', 'GET', 'POST', 'POST', 'DELETE', 'PATCH', '*']
    private static final PATHS = [
        '/groups/...', '/groups/*/privateEndpoint/...', '/groups/*/privateEndpoint/*/endpointService',
        '/groups/*/privateEndpoint/endpointService', '/groups/*/privateEndpoint/*/endpointService/*/endpoint',
        '/groups/*/privateEndpoint/*/endpointService/*/endpoint/*', '/groups/*/privateEndpoint/*/endpointService/*']

    private Mishaps() {
    }

    static List<String> draw(Chance chance) {
        (0..<chance.below(7)).collect {
            def kind = chance.any(KINDS)
            def retryAfter = kind in ['429', '503'] && chance.of(50) ? " retry-after ${1 + chance.below(20)}" : ''
            "$kind on ${chance.any(METHODS)} ${chance.any(PATHS)} times ${1 + chance.below(4)} after ${chance.below(12)}$retryAfter".toString()
        }
    }
}
