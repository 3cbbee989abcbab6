package dev.linkspan.audit.history

import spock.lang.Requires

@Requires({ os.linux && sys['os.arch'] == 'amd64' })
class PostgresHistorySpec extends HistoryContract {

    @Override
    HistoryPlace newPlace() {
        PostgresServer.newSchema()
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
