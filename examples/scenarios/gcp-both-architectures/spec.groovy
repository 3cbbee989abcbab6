// As many addresses as the service has attachments: six in this project, fifty unless Atlas was asked for fewer.
def addresses = (0..5).collectEntries { ["grp-$it".toString(), "10.10.1.${it + 5}".toString()] }

project('5e2211c17a3e5a48f5497de3') {
    gcp('us-east4') {
        endpointGroup('grp', gcpProject: 'acme-net', endpoints: addresses)
    }
    gcp('us-east4') {
        portMapped()
        endpoint('psc-app', gcpProject: 'acme-net', ip: '10.10.0.5')
    }
}
