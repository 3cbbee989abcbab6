// What the project "demo" should have. 'linkspan demo' applies this to an emulated Atlas.
project('5e2211c17a3e5a48f5497de3') {

    regionalMode true                            // endpoints in more than one region

    aws('us-east-1') {
        endpoint 'vpce-0d00c26273372c6ef'        // interface endpoints that exist in your VPCs
        endpoint 'vpce-08fb7e9319909ec7b'
    }

    aws('eu-west-1') {
        remoteRegions 'eu-central-1'             // may be reached from here, too
        endpoint 'vpce-0df793f9c89c24a3b'
    }
}
