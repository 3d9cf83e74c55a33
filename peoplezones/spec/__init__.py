"""The model as people read and try it: journeys, Gherkin steps, and what they have shown of each rule."""
