package dev.linkspan.apply;

import dev.linkspan.model.Address;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Step;
import dev.linkspan.plan.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which jobs a plan makes, and which come before which: regional mode on, a service, its new endpoints, its replaced ones, its
 * deleted ones, its own delete, regional mode off. Different services go side by side; replacements and deletes of one service go
 * one after another, since each may take the service along.
 */
final class JobGraph {

    private final JobMaker maker;
    private final Map<Address, Job> jobs = new TreeMap<>();

    private JobGraph(JobMaker maker) {
        this.maker = maker;
    }

    /** The jobs in the plan's order. Steps that need no call and no wait have none. */
    static List<Job> of(Plan plan, Site site) {
        var graph = new JobGraph(new JobMaker(plan, site));
        var made = plan.steps().stream()
                .flatMap(step -> graph.maker.job(step).stream())
                .toList();
        made.forEach(it -> graph.jobs.put(it.step().address(), it));
        Map<ProjectRef, List<Job>> byProject = made.stream()
                .collect(Collectors.groupingBy(it -> it.step().address().project()));
        byProject.values().forEach(graph::orderProject);
        return made;
    }

    private void orderProject(List<Job> project) {
        var others = project.stream().filter(it -> !isRegionalMode(it)).toList();
        project.stream().filter(JobGraph::isRegionalMode).forEach(mode -> {
            if (isSwitchedOn(mode)) {
                others.forEach(it -> it.needs().add(mode));
            } else {
                mode.needs().addAll(others);
            }
        });
        Map<Address, List<Job>> endpoints = others.stream()
                .filter(it -> it.step().address().kind() == Address.Kind.ENDPOINT)
                .collect(Collectors.groupingBy(it -> it.step().address().parent()));
        endpoints.forEach(this::orderService);
    }

    private void orderService(Address address, List<Job> endpoints) {
        var service = jobs.get(address);
        var creates = of(endpoints, Step.Create.class);
        var replaces = of(endpoints, Step.Replace.class);
        var deletes = of(endpoints, Step.Delete.class);
        var keeps = of(endpoints, Step.Keep.class);
        if (service != null && service.step() instanceof Step.Delete) {
            service.needs().addAll(endpoints);
        } else if (service != null) {
            endpoints.forEach(it -> it.needs().add(service));
        }
        replaces.forEach(it -> it.follows().addAll(creates));
        // An old endpoint goes only once everything that is to carry its traffic is up, unless there is no room for
        // both.
        boolean takesOneEndpoint = address.service().orElseThrow().isPortMapped();
        var befores = takesOneEndpoint ? Stream.of(replaces, keeps) : Stream.of(creates, replaces, keeps);
        var before = befores.flatMap(List::stream).toList();
        deletes.forEach(it -> it.needs().addAll(before));
        if (takesOneEndpoint) {
            creates.forEach(it -> it.needs().addAll(deletes));
        }
        inSequence(replaces);
        inSequence(deletes);
    }

    private static List<Job> of(List<Job> jobs, Class<? extends Step> kind) {
        return jobs.stream().filter(it -> kind.isInstance(it.step())).toList();
    }

    private static void inSequence(List<Job> jobs) {
        var earlier = new ArrayList<Job>();
        for (var job : jobs) {
            job.follows().addAll(earlier);
            earlier.clear();
            earlier.add(job);
        }
    }

    private static boolean isRegionalMode(Job job) {
        return job.step().address().kind() == Address.Kind.REGIONAL_MODE;
    }

    private static boolean isSwitchedOn(Job job) {
        return ((Subject.RegionalMode) job.step().subject()).isEnabled();
    }
}
