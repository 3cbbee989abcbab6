// Two addresses, and Atlas makes six service attachments in this project: known once it has made them.
project('5e2211c17a3e5a48f5497de3') {
    gcp('us-east4') {
        endpointGroup('grp', gcpProject: 'acme-net', endpoints: ['grp-0': '10.10.1.5', 'grp-1': '10.10.1.6'])
    }
}
