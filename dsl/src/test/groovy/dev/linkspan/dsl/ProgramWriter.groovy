package dev.linkspan.dsl

/** Writes random programs in the language of specs, the same for the same seed. */
class ProgramWriter {

    private final Random random
    private final Map<String, List<String>> known = [int: [], dec: [], text: [], ints: [], texts: [], map: [], bool: []]
    private final List<String> lines = []
    private int count

    ProgramWriter(long seed) {
        random = new Random(seed)
    }

    String write() {
        def methods = ['def helper(a, b = 2) { if (a > b) return a\n  a * b }', 'def named(Map opts = [:], a) { (opts.k ?: 1) + a }',
                       'def deep(n) { n <= 0 ? [] : deep(n - 1) + n }']
        (3 + random.nextInt(6)).times { lines << statement(2) }
        def shown = known.values().flatten() as List
        (methods + lines + ['[' + (shown + [any(2)]).join(', ') + ']']).join('\n')
    }

    private String statement(int depth) {
        switch (random.nextInt(11)) {
            case 0: return loop()
            case 1: return choice(depth)
            case 2: return selection()
            case 3: return update()
            case 4: return destructuring()
            case 5: return counted()
            default: return declaration(depth)
        }
    }

    private String fresh(String kind) {
        def name = kind[0] + (++count)
        known[kind] << name
        name
    }

    private String declaration(int depth) {
        def kind = pick(known.keySet() as List)
        def value = value(kind, depth)
        def type = kind == 'int' && random.nextInt(4) == 0 ? 'int' : kind == 'text' && random.nextInt(4) == 0 ? 'String' : 'def'
        "$type ${fresh(kind)} = $value"
    }

    private String update() {
        if (known.int && random.nextBoolean()) {
            return pick(known.int) + pick([' += ', ' -= ', ' *= ']) + number() + (random.nextBoolean() ? '' : '; ' + pick(known.int) + pick(['++', '--']))
        }
        if (known.ints && random.nextBoolean()) {
            def list = pick(known.ints)
            return random.nextBoolean() ? "$list << ${value('int', 1)}" : "$list[0] = ${value('int', 1)}"
        }
        known.map ? "${pick(known.map)}.k${random.nextInt(4)} = ${value('int', 1)}" : declaration(1)
    }

    private String destructuring() {
        def list = value('ints', 1)
        "def (${fresh('int')}, ${fresh('int')}) = ($list + [1, 2])"
    }

    private String loop() {
        def from = value('ints', 1)
        def body = value('int', 1)
        def target = fresh('ints')
        def n = ++count
        "def $target = []\nfor (x$n in $from) { if (x$n == ${number()}) ${pick(['continue', 'break'])}; $target << x$n * 2 + $body }"
    }

    private String counted() {
        def target = fresh('text')
        def n = ++count
        random.nextBoolean()
              ? "def $target = ''\nfor (int i$n = 0; i$n < ${random.nextInt(5)}; i$n++) { $target += \"\${i$n}-\" }"
              : "def $target = ''\ndef w$n = 0\nwhile (w$n < ${random.nextInt(5)}) { $target = w$n + $target; w$n++ }"
    }

    private String choice(int depth) {
        def condition = value('bool', 1)
        def one = value('int', depth - 1)
        def other = value('int', depth - 1)
        def target = fresh('int')
        "def $target = 0\nif ($condition) { $target = $one } else { $target = $other }"
    }

    private String selection() {
        def subject = value(pick(['int', 'text']), 1)
        def target = fresh('text')
        """def $target = ''
           |switch ($subject) { case ${number()}: $target = 'one'; break; case [1, 2, 'a']: $target += 'few'
           |case ${number()}..99: $target += 'many'; break; case ~/a.*/: $target += 're'; break; default: $target = 'other' }""".stripMargin().toString()
    }

    private String any(int depth) {
        value(pick(known.keySet() as List), depth)
    }

    private String value(String kind, int depth) {
        if (known[kind] && random.nextInt(3) == 0) {
            return pick(known[kind])
        }
        def deeper = depth > 0 ? this."${kind}Values"(depth - 1) : null
        deeper != null && random.nextInt(5) > 0 ? pick(deeper) : literal(kind)
    }

    private String number() {
        random.nextInt(12) - 2
    }

    private String literal(String kind) {
        switch (kind) {
            case 'int': return number()
            case 'dec': return pick(['1.5', '0.25', '10.0', '2.125', '3G', '7L', '1e2'])
            case 'text': return pick(["'abc'", '"x"', "'Hello World'", "''", "'a,b,,c'", "'us-east-1'", '/a.c/', "'it\\'s'"])
            case 'ints': return '[' + (0..<random.nextInt(5)).collect { number() }.join(', ') + ']'
            case 'texts': return pick(["['a', 'b', 'a']", "['us-east-1', 'eu-west-1']", "'x y z'.split(' ').toList()", '[]'])
            case 'map': return pick(["[k1: 1, k2: 2]", '[:]', "['k 3': 3, (1 + 1): 4]", "[k1: 5, k3: 0]"])
            default: return pick(['true', 'false', 'null == 0', '!1'])
        }
    }

    private List<String> intValues(int d) {
        def a = { value('int', d) }
        ["(${a()} + ${a()})", "(${a()} * ${a()})", "(${a()} - ${a()})", "(${a()} % 7)", "(${a()}).intdiv(3)", "-(${a()})",
         "${value('ints', d)}.size()", "${value('text', d)}.size()", "(${value('bool', d)} ? ${a()} : ${a()})",
         "(${value('ints', d)}.sum() ?: 0)", "(${value('map', d)}.k1 ?: ${a()})", "${value('ints', d)}.inject(0) { s, x -> s + x }",
         "(${a()} <=> ${a()})", "(${value('text', d)} <=> ${value('text', d)})", "(${a()} & 6 | 1)", "(${a()} << 2)",
         "${value('ints', d)}.count { it > ${number()} }", "(${value('ints', d)}.max() ?: 0)", "{ q -> q * 2 }(${a()})",
         "${value('text', d)}.indexOf('b')", "(${value('ints', d)}.find { it > 1 } ?: 3)", "${value('texts', d)}.indexOf('b')",
         "(${a()} ** 2)", "(${a()}).abs()", "helper(${a()})", "helper(${a()}, ${a()})", "named(${a()}, k: ${a()})", "(${value('ints', d)}[0] ?: 0)", "(${value('map', d)}?.k2 ?: 0)"]
    }

    private List<String> decValues(int d) {
        def a = { value(pick(['int', 'dec']), d) }
        ["(${a()} + ${value('dec', d)})", "(${a()} / 4)", "(${a()} * ${value('dec', d)})", "(${a()} / 3)", "(${a()} - 0.5)",
         "(${a()} + 1.5d)", "(${value('int', d)} + 2147483647)", "(${value('int', d)} + 2L)", "(${a()} ** 2)", "(${a()}).toBigDecimal()",
         "[${a()}, ${a()}].max()", "[${a()}, ${a()}].sum()", "(${value('int', d)} ** -1)", "(2 ** (${value('int', d)}).abs() % 1000)"]
    }

    private List<String> textValues(int d) {
        def t = { value('text', d) }
        ["(${t()} + ${any(d)})", "\"<\${${any(d)}}>\"", "${t()}.toUpperCase()", "${t()}.reverse()", "${t()}.take(2)", "${t()}.drop(1)",
         "${t()}.replace('a', 'Z')", "${t()}.padLeft(6, '.')", "${value('ints', d)}.join('-')", "${value('texts', d)}.join(${t()})",
         "(${value('int', d)}).toString()", "${value('map', d)}.toString()", "${value('ints', d)}.toString()", "${t()}.replaceAll(/[a-c]/, '<\$0>')",
         "(${t()} ?: 'none')", "${t()}.capitalize()", "(${t()} * 2)", "(${t()} - 'a')", "${t()}.center(9, '*')", "${t()}.toList().sort().join()",
         "\"\${${value('int', d)}}\$${known.int ? pick(known.int) : '{1}'}\"", "${t()}.collect { it + '.' }.join('')", "(${value('texts', d)}[-1] ?: 'z')",
         "${any(d)}.inspect()", "(${t()} =~ /[a-z]/).collect { it }.join('|')", "${t()}.tokenize('a,').toString()"].findAll { !(it =~ /^(null|true|false)/) }
    }

    private List<String> intsValues(int d) {
        def l = { value('ints', d) }
        ["(${l()} + ${l()})", "(${l()} - ${l()})", "(${l()} + ${value('int', d)})", "${l()}.collect { it * 2 }", "${l()}.findAll { it > 0 }",
         "${l()}.sort(false)", "${l()}.reverse()", "${l()}.take(2)", "${l()}.drop(1)", "${l()}.toUnique()", "(1..${random.nextInt(5) + 1}).toList()",
         "(${l()} * 2)", "${l()}.sort(false) { -it }", "[*${l()}, ${value('int', d)}]", "${l()}.collectMany { [it, it + 1] }", "${l()}.takeWhile { it > 0 }",
         "${value('texts', d)}*.size()", "[${l()}, [${l()}]].flatten()", "${l()}.intersect(${l()})", "${value('map', d)}.values().toList()",
         "(0..<${random.nextInt(4)}).collect { n -> n + ${value('int', d)} }", "${l()}.sort(false) { a, b -> b <=> a }", "${l()}.withIndex().collect { x, i -> x * i }",
         "${l()}.groupBy { it % 2 }.collect { k, v -> v.size() }", "${l()}.collate(2).collect { it.sum() }", "(${l()} + [1, 2, 3])[0..1]", "(${l()} + [9])[-1..0]",
         "deep(${random.nextInt(5)})", "${l()}.countBy { it }.collect { it.value }", "${l()}.split { it > 2 }[0]", "[${l()}, ${l()}].transpose().collect { a, b -> a + b }"]
    }

    private List<String> textsValues(int d) {
        def l = { value('texts', d) }
        ["${l()}.collect { it.toUpperCase() }", "(${l()} + ${value('text', d)})", "${value('ints', d)}.collect { \"n\$it\".toString() }", "${l()}.sort(false)",
         "${value('text', d)}.split(',').toList()", "${value('text', d)}.tokenize('-')", "${l()}.findAll { it =~ /a/ }", "${l()}.grep(~/a.*/)",
         "${value('map', d)}.collect { k, v -> k + '=' + v }", "${l()}.unique(false)", "('a'..'d').toList()", "${value('text', d)}.toList()",
         "${value('map', d)}.keySet()*.toString()", "${l()}.reverse()", "${value('text', d)}.findAll(/[a-z]+/)", "${value('text', d)}.readLines()"]
    }

    private List<String> mapValues(int d) {
        def m = { value('map', d) }
        ["(${m()} + ${m()})", "${m()}.findAll { k, v -> v > 1 }", "${value('ints', d)}.collectEntries { [(it): it * it] }", "${m()}.collectEntries { k, v -> [v, k.toString().size()] }",
         "[k1: ${value('int', d)}, (${value('int', d)}): 2]", "[*: ${m()}, k9: 9]", "${value('ints', d)}.indexed()", "${m()}.sort { a, b -> a.value <=> b.value }",
         "${m()}.subMap(['k1'])", "(${m()} - [k1: 1])", "${value('texts', d)}.countBy { it }", "${m()}.sort { -it.value }", "${m()}.take(1)"]
    }

    private List<String> boolValues(int d) {
        def i = { value('int', d) }
        ["(${i()} > ${i()})", "(${i()} == ${value('dec', d)})", "(${value('text', d)} == ${value('text', d)})", "!(${any(d)})", "(${value('bool', d)} && ${value('bool', d)})",
         "(${value('bool', d)} || ${i()} < 3)", "(${i()} in ${value('ints', d)})", "${value('ints', d)}.any { it > 2 }", "${value('ints', d)}.every { it < 9 }",
         "(${value('ints', d)} == ${value('ints', d)})", "(${value('map', d)} == ${value('map', d)})", "(${value('text', d)} ==~ /[a-z]+/)", "${value('map', d)}.containsKey('k1')",
         "(${any(d)} ? true : false)", "('k1' in ${value('map', d)})", "(${i()} in 1..5)", "${value('text', d)}.contains('a')", "(${value('dec', d)} >= ${i()})",
         "(${value('text', d)} instanceof String)", "(${value('dec', d)} instanceof BigDecimal)", "(${i()} != ${i()})"]
    }

    private <T> T pick(List<T> from) {
        from[random.nextInt(from.size())]
    }
}
