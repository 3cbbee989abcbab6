package dev.linkspan.atlas.http;

import feign.Client;
import feign.Feign;
import feign.RequestTemplate;
import feign.Retryer;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;

/** Puts the parts of a call behind one another, as the package's description has them. */
final class Wiring {

    private final AtlasSettings settings;
    private final JdkClient wire;
    private final Redaction redaction = new Redaction();

    Wiring(AtlasSettings settings, JdkClient wire) {
        this.settings = settings;
        this.wire = wire;
        redaction.hide(settings.credentials().secret());
    }

    AtlasApi api() {
        var faults = new Faults(redaction, false);
        var world = settings.surroundings();
        var lanes = new Lanes(signing(), settings.lanes(), new RateLimit(world.clock()), world.sleeper(), faults);
        return feign(repeating(lanes, faults, false), faults)
                .requestInterceptor(this::setMediaType)
                .target(
                        AtlasApi.class,
                        settings.baseUrl() + settings.apiVersion().path());
    }

    private Client signing() {
        var random = settings.surroundings().random();
        return settings.credentials()
                .match(
                        key -> new DigestClient(wire, key, random),
                        account -> new BearerClient(wire, tokens(account)),
                        token -> new BearerClient(wire, TokenSource.fixed(token.secret())));
    }

    private TokenSource tokens(Credentials.ServiceAccount account) {
        var faults = new Faults(redaction, true);
        var api = feign(repeating(wire, faults, true), faults)
                .target(TokenApi.class, settings.baseUrl().toString());
        return new FetchedToken(api, account, settings.surroundings().clock(), redaction);
    }

    private Client repeating(Client next, Faults faults, boolean mayRepeatPosts) {
        var world = settings.surroundings();
        return new Repeats(
                next,
                () -> new RepeatPolicy(world.clock(), world.random(), mayRepeatPosts),
                world.clock(),
                world.sleeper(),
                faults,
                settings.log());
    }

    private Feign.Builder feign(Client client, Faults faults) {
        return Feign.builder()
                .client(client)
                .retryer(Retryer.NEVER_RETRY)
                .encoder(new JacksonEncoder(Json.MAPPER))
                .decoder(new JacksonDecoder(Json.MAPPER))
                .errorDecoder(faults)
                .responseInterceptor(faults)
                .requestInterceptor(it -> it.header("User-Agent", settings.userAgent()));
    }

    private void setMediaType(RequestTemplate request) {
        // A call that says its own version keeps it; the legacy API has none.
        if (settings.apiVersion() == ApiVersion.V1 || !request.headers().containsKey("Accept")) {
            request.removeHeader("Accept");
            request.header("Accept", settings.apiVersion().mediaType());
        }
        if (request.body() != null) {
            request.removeHeader("Content-Type");
            request.header("Content-Type", settings.apiVersion().mediaType());
        }
    }
}
