// Clients have moved: the older service goes.
project('5e2211c17a3e5a48f5497de3') {
    gcp('us-east4') {
        endpointGroup('grp', gcpProject: 'acme-net', endpoints: (0..5).collectEntries { ["grp-$it", "10.10.1.${it + 5}"] })
    }
    gcp('us-east4') {
        portMapped()
        endpoint('grp-port-mapped', gcpProject: 'acme-net', ip: '10.10.0.5')
    }
}
