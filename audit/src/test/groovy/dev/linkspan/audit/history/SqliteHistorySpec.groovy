package dev.linkspan.audit.history

import java.nio.file.Path
import spock.lang.TempDir

class SqliteHistorySpec extends HistoryContract {

    @TempDir
    Path folder
    private int files

    @Override
    HistoryPlace newPlace() {
        new HistoryPlace.SqliteFile(folder.resolve("state/linkspan/history${++files}.db"))
    }

    @Override
    void whileLocked(Closure<?> work) {
        history.dataSource().connection.withCloseable {
            it.createStatement().execute('begin immediate')
            work()
        }
    }
}
