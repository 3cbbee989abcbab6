package dev.linkspan.audit.history

import dev.linkspan.model.Refusal
import dev.linkspan.model.Secret
import java.nio.file.Path
import spock.lang.Specification

class HistoryPlaceSpec extends Specification {

    def "a file: #text"() {
        expect:
        parse(text) == new HistoryPlace.SqliteFile(Path.of(file))

        where:
        text                          || file
        'history.db'                  || '/work/here/history.db'
        '../history.db'               || '/work/history.db'
        '/var/lib/history.db'         || '/var/lib/history.db'
        'sqlite:history.db'           || '/work/here/history.db'
        'jdbc:sqlite:/var/history.db' || '/var/history.db'
        'with space:and colon'        || '/work/here/with space:and colon'
        'postgres'                    || '/work/here/postgres'
    }

    def "a database of PostgreSQL's: #text"() {
        expect:
        parse(text).words() == words
        parse(text).parameters() == parameters

        where:
        text                                                          || words                                         | parameters
        'postgresql://keeper@db.example.com/linkspan'                 || 'postgresql://keeper@db.example.com:5432/linkspan' | [:]
        'postgres://db.example.com:6432/linkspan'                     || 'postgresql://db.example.com:6432/linkspan'   | [:]
        'jdbc:postgresql://db/linkspan?user=keeper&sslmode=require'   || 'postgresql://keeper@db:5432/linkspan'        | [sslmode: 'require']
        'postgresql://keeper%40corp@[::1]/linkspan?currentSchema=a+b' || 'postgresql://keeper@corp@[::1]:5432/linkspan' | [currentSchema: 'a+b']
    }

    def "what is neither is refused: #text"() {
        when:
        parse(text)

        then:
        def refusal = thrown(Refusal)
        refusal.summary() == summary

        where:
        text                                   || summary
        ''                                     || 'The place of the history is empty'
        'sqlite: '                             || 'The place of the history is empty'
        'mysql://keeper@db/linkspan'           || "'mysql' is no kind of database that history can be kept in"
        'https://keeper:pass@db/linkspan'      || "'https' is no kind of database that history can be kept in"
        'postgresql:linkspan'                  || "The URL of the history is not one of PostgreSQL's"
        'postgresql://db'                      || "The URL of the history is not one of PostgreSQL's"
        'postgresql://db/a/b'                  || "The URL of the history is not one of PostgreSQL's"
        'postgresql://key per@db/linkspan'     || "The URL of the history is not one of PostgreSQL's"
    }

    def "a parameter that could make the driver load a class or write a file is none: #parameter"() {
        when:
        parse("postgresql://db/linkspan?$parameter")

        then:
        def refusal = thrown(Refusal)
        refusal.summary() == "The URL of the history has a parameter '$name', which is not among" +
                ' currentSchema, sslcert, sslkey, sslmode, sslrootcert, user'
        refusal.remedy() == remedy

        where:
        parameter                        | name            || remedy
        'socketFactory=a.B&sslmode=x'    | 'socketFactory' || EXAMPLE
        'loggerFile=/etc/passwd'         | 'loggerFile'    || EXAMPLE
        'sslmod=require'                 | 'sslmod'        || 'Did you mean sslmode?'
        'sslmode'                        | 'sslmode'       || 'Did you mean sslmode?'
    }

    private static final EXAMPLE = 'Leave it out; for example postgresql://linkspan@db.example.com/linkspan?sslmode=verify-full.'

    def "a password in a URL is refused and not repeated: #text"() {
        when:
        parse(text)

        then:
        def refusal = thrown(Refusal)
        refusal.summary() == 'The URL of the history holds a password'
        !(refusal.toString() + refusal.remedy()).contains('hunter2')

        where:
        text << ['postgresql://keeper:hunter2@db/linkspan', 'jdbc:postgresql://db/linkspan?password=hunter2&user=keeper']
    }

    def "a password shows in no words"() {
        given:
        def place = HistoryPlace.parse('postgresql://keeper@db/linkspan', Path.of('/'), Optional.of(new Secret('hunter2')))

        expect:
        place.password().get().reveal() == 'hunter2'
        !(place.toString() + place.words()).contains('hunter2')
    }

    private static HistoryPlace parse(String text) {
        HistoryPlace.parse(text, Path.of('/work/here'), Optional.empty())
    }
}
