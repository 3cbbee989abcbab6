package dev.linkspan.audit.report

import groovy.transform.Immutable

/**
 * Reads Prometheus's text format as strictly as its page "Exposition formats" has it: a HELP and a TYPE line before the samples of a metric,
 * all lines of a metric together, no sample twice, only the three escapes.
 */
class PrometheusText {

    private static final HELP = /# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ((?:[^\\\n]|\\\\|\\n)*)/
    private static final TYPE = /# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)/
    private static final LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"/
    private static final SAMPLE = /([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{($LABEL(?:,$LABEL)*)?\})? (-?[0-9.]+(?:E[0-9]+)?|NaN|[+-]Inf)/

    @Immutable
    static class Sample {
        String name
        Map<String, String> labels
        double value
    }

    static List<Sample> read(String text) {
        assert text.endsWith('\n')
        def samples = []
        def finished = [] as Set
        String current = null
        def isTyped = false
        text.split('\n').each { line ->
            def help = line =~ /^$HELP$/
            def type = line =~ /^$TYPE$/
            def sample = line =~ /^$SAMPLE$/
            if (help.matches()) {
                assert !finished.contains(help.group(1)) && help.group(1) != current
                finished << current
                current = help.group(1)
                isTyped = false
            } else if (type.matches()) {
                assert type.group(1) == current && !isTyped
                isTyped = true
            } else {
                assert sample.matches(): line
                assert sample.group(1) == current && isTyped
                samples << new Sample(current, labels(sample.group(2) ?: ''), sample.group(sample.groupCount()) as double)
            }
        }
        assert samples.collect { [it.name, it.labels] }.toSet().size() == samples.size()
        samples
    }

    private static Map<String, String> labels(String text) {
        def labels = (text =~ LABEL).collect { [it[1], unescaped(it[2])] }
        assert labels*.first().toSet().size() == labels.size()
        labels.collectEntries()
    }

    private static String unescaped(String text) {
        text.replaceAll(/\\(.)/) { it[1] == 'n' ? '\n' : it[1] }
    }
}
