// What stands there today; plan --migrate-gcp says how to leave it.
project('5e2211c17a3e5a48f5497de3') {
    gcp('us-east4') {
        endpointGroup('grp', gcpProject: 'acme-net', endpoints: (0..5).collectEntries { ["grp-$it", "10.10.1.${it + 5}"] })
    }
}
