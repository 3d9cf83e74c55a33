"""Every scenario of the features, tried on the shipped model."""

from pytest_bdd import scenarios

from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.feature_reading import feature_files

scenarios(*map(str, feature_files(shipped("features"))))
