Feature: From the first operating model to the revised one
  Three zones began in 2018 under a first model. When the Board adopts the revised one, they live on under the first until they are
  brought over. They keep what they have, and everybody can see what the revised model still asks of them. These examples are invented.

  @B-1.3 @B-3.2 @S-2.2
  Rule: Adopting the revised model stops no zone, and each zone comes over as it is

    Scenario: A zone lives on under the first model until it is brought over
      Given a Board that works by the model "first-2018"
      And the zone "Example Old Town" is at "Running"
      When the chair adopts the model "revised"
      Then it is done
      And the zone "Example Old Town" is at "Running"
      When the secretary migrates the zone "Example Old Town"
      Then it is done
      And the zone "Example Old Town" is at "Taken over"
      And the zone "Example Old Town" shows
        | Board that set it up  | Example People and Place Board |
        | Day on which it began | 8 January 2018                 |
        | Behaviour             | Nuisance at Example Old Town   |

    Scenario: Everything comes over at once
      Given a Board that works by the model "first-2018"
      And the zone "Example Old Town" is at "Ended"
      When the chair adopts the model "revised"
      And the chair migrates everything
      Then it is done
      And the zone "Example Old Town" is at "Closed"
      And the behaviour "Nuisance at Example Old Town" is at "Proposed"

    Scenario: It comes over once, and not by just anybody
      Given a Board that works by the model "first-2018"
      And the zone "Example Old Town" is at "Running"
      When the chair adopts the model "revised"
      And the evaluator migrates the zone "Example Old Town"
      Then it is refused only because "a record is brought over to the model in force by Secretariat, Chair or Vice-chair"
      When the secretary migrates the zone "Example Old Town"
      Then it is done
      When the secretary migrates the zone "Example Old Town"
      Then it is refused only because "the record lives by an earlier model"

  @B-2.9
  Rule: A zone has one behaviour before it comes over

    Scenario: A zone with two behaviours has to choose
      Given a Board that works by the model "first-2018"
      And the zone "Example Old Town" is at "Running"
      And the secretary has been able to "Name a behaviour"
        | Name | Crime of any kind |
      And the secretary has been able to "Choose its behaviours" for the zone "Example Old Town"
        | Behaviours that it is to change | Nuisance at Example Old Town, Crime of any kind |
      When the chair adopts the model "revised"
      And the secretary migrates the zone "Example Old Town"
      Then it is refused only because "'Behaviour' can take what 'Behaviours that it is to change' holds"

  @B-1.1 @S-2.1
  Rule: What the revised model would have asked is owed until it is there

    Scenario: The day on which the zone began was never written down
      Given a Board that works by the model "first-2018"
      And the zone "Example Old Town" is at "Running"
      And the secretary has been able to correct the zone "Example Old Town" because "nobody knows the day"
        | Day on which it began |  |
      When the chair adopts the model "revised"
      And the secretary migrates the zone "Example Old Town"
      Then the zone "Example Old Town" still owes
        | 'Day on which it began' is given |
      When the secretary asks to correct the zone "Example Old Town" because "found in a minute"
        | Day on which it began | 8 January 2018 |
      Then the zone "Example Old Town" owes nothing more
