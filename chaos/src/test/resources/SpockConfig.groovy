// Ordeals share nothing, and most of their time is spent waiting for one another's side of a connection.
runner {
    parallel {
        enabled true
        dynamic(2.0)
    }
}
