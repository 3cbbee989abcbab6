package dev.linkspan.dsl

/** What docs/language.md has to name: read from the tables that the evaluator uses. */
class DocumentedLanguage {

    /** The names of the methods that each kind of value has. */
    static Map<String, Set<String>> methods() {
        def tables = { String... names -> (names.collectMany { tableOf(it).names() } as TreeSet) as Set }
        ['all values': tables('AnyMethods.TABLE'),
         'texts': tables('TextMethods.TABLE', 'WordMethods.TABLE'),
         'numbers': tables('NumberMethods.TABLE'),
         'lists, sets and ranges': tables('PickMethods.TABLE', 'CollectionMethods.UNPAIRED', 'OrderMethods.TABLE', 'ChangeMethods.TABLE'),
         'lists and ranges': tables('ListMethods.TABLE'),
         'lists, sets, ranges and maps': tables('CollectionMethods.TABLE'),
         'maps': tables('MapMethods.TABLE'),
         'map entries': tables('AnyMethods.ENTRIES'),
         'closures': tables('AnyMethods.CLOSURES'),
         'what `=~` gives': tables('MatcherMethods.TABLE')]
    }

    private static Object tableOf(String name) {
        def (type, field) = name.tokenize('.')
        def found = Class.forName('dev.linkspan.dsl.eval.' + type).getDeclaredField(field)
        found.accessible = true
        found.get(null)
    }
}
