package dev.linkspan.audit.service;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.audit.Scope;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What the service audits, project by project. Safe for use by several threads; every worker of a service has an equal one. */
public interface Subject {

    Scope scope();

    /**
     * The projects, by their ids or declared names.
     *
     * @throws AtlasProblem when they cannot be listed
     */
    List<String> projects() throws InterruptedException;

    /** Audits some of them. What cannot be read of a project is in its audit; nothing is left out. */
    void audit(Collection<String> projects, Consumer<ProjectAudit> taker) throws InterruptedException;
}
