package dev.linkspan.audit.service;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.audit.Scope;
import dev.linkspan.model.ProjectRef;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What the service audits, project by project. Safe for use by several threads; every worker of a service has an equal one. */
public interface Subject {

    Scope scope();

    /**
     * The projects, each as one line of the subject's own, by which any worker knows it.
     *
     * @throws AtlasProblem when they cannot be listed
     */
    List<String> projects() throws InterruptedException;

    /** What reports call a project of {@link #projects}. */
    ProjectRef ref(String project);

    /** Audits some of them. What cannot be read of a project is in its audit; nothing is left out. */
    void audit(Collection<String> projects, Consumer<ProjectAudit> taker) throws InterruptedException;
}
