project('5e2211c17a3e5a48f5497de3') {
    gcp('us-central1') {
        portMapped()
        endpoint('psc-app', gcpProject: 'acme-net', ip: '10.10.0.5')
    }
}
