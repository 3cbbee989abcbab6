package dev.linkspan.audit.history

import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import spock.lang.Requires
import spock.lang.Timeout

@Requires({ os.linux && sys['os.arch'] == 'amd64' })
class PostgresHistorySpec extends HistoryContract {

    @Override
    HistoryPlace newPlace() {
        PostgresServer.newSchema()
    }

    @Timeout(30)
    def 'a server that takes the call and says nothing is not waited for without end'() {
        given:
        def silent = new ServerSocket(0, 1, InetAddress.getByName('127.0.0.1'))

        when:
        History.open(HistoryPlace.parse("postgresql://linkspan@127.0.0.1:$silent.localPort/linkspan", Path.of('.'), Optional.empty()),
            Clock.systemUTC(), Duration.ofSeconds(1))

        then:
        def problem = thrown(HistoryProblem)
        problem.message.contains('cannot be reached')

        cleanup:
        silent.close()
    }

    @Override
    void whileLocked(Closure<?> work) {
        history.dataSource().connection.withCloseable {
            it.autoCommit = false
            it.createStatement().execute('select id from linkspan_scope for update')
            work()
        }
    }
}
