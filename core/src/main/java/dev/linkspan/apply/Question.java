package dev.linkspan.apply;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ServiceId;
import java.util.List;
import java.util.Optional;

/** Something to ask Atlas again and again. All jobs that have the same question at one time share one call. */
sealed interface Question<T> {

    T ask(Atlas atlas);

    /** All services of one cloud, however many of them are waited for. */
    record Services(ProjectId project, CloudProvider provider) implements Question<List<ObservedService>> {
        @Override
        public List<ObservedService> ask(Atlas atlas) {
            return atlas.services(project, provider);
        }
    }

    record Endpoint(ProjectId project, ServiceId service, EndpointId endpoint)
            implements Question<Optional<ObservedEndpoint>> {
        @Override
        public Optional<ObservedEndpoint> ask(Atlas atlas) {
            return atlas.endpoint(project, service, endpoint);
        }
    }

    record RegionalMode(ProjectId project) implements Question<Boolean> {
        @Override
        public Boolean ask(Atlas atlas) {
            return atlas.regionalMode(project);
        }
    }
}
