"""Every scenario of the features, tried on the shipped model."""

from pytest_bdd import scenarios

from peoplezones.operating_model.shipped import shipped

scenarios(str(shipped("features")))
