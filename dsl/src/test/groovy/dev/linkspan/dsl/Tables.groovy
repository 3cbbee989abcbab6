package dev.linkspan.dsl

/** Test tables in resource files: entries that start with {@code == name | expected} and go on with a text. */
class Tables {

    static List<List<String>> entries(String resource) {
        def content = Tables.getResourceAsStream('/' + resource).getText('UTF-8')
        content.split(/(?m)^== /).toList().tail().collect { entry ->
            def heading = entry.readLines().first()
            def name = heading.tokenize('|').first().trim()
            def expected = heading.contains('|') ? heading.substring(heading.lastIndexOf('|') + 1).trim() : ''
            [name, expected, entry.substring(heading.length() + 1)]
        }
    }

    /** Texts that are separated by lines of four dashes. */
    static List<String> programs(String resource) {
        Tables.getResourceAsStream('/' + resource).getText('UTF-8').split('\n----\n').toList()*.trim().findAll()
    }
}
