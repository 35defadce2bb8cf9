"""The demo region: Region Nordhavet, built from the sample documents through the services that everybody uses."""
