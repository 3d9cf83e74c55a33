Feature: A zone as the first operating model had it
  The papers of 2019 look back on the first three zones and tell a little of how they were run: nobody had to commit before a
  zone began, and what a zone was to change could be as broad as people liked. These examples are invented.

  @B-1.1 @S-2.1
  Rule: A zone is set up and is at work from that day

    Scenario: Nothing stands between setting up a zone and its work
      Given the secretary has been able to "Register a community"
        | Name              | Example Meadows |
        | Upper-tier area   | Rutland         |
        | Kind of community | A place         |
      When the secretary asks to "Set up a zone"
        | Name                | Example Meadows zone           |
        | Communities         | Example Meadows                |
        | Board that set it up | Example People and Place Board |
      Then it is done
      And the zone "Example Meadows zone" is at "Running"

    Scenario: The day on which a zone began has come
      Given the zone "Example Old Town" is at "Running"
      When the secretary asks to "Set up a zone"
        | Name                  | Example zone to be          |
        | Communities           | Example Old Town, the place |
        | Day on which it began | in 1 day                    |
      Then it is sent back because "no Community is called"
      When the secretary asks to "Set up a zone"
        | Name                  | Example zone to be |
        | Communities           | community          |
        | Day on which it began | in 1 day           |
      Then it is refused only because "the day on which it began is not in the future"

  @B-2.9
  Rule: A zone may be given several behaviours, however broad

    Scenario: Two broad behaviours for one zone
      Given the zone "Example Old Town" is at "Running"
      And the secretary has been able to "Name a behaviour"
        | Name | Crime of any kind |
      When the secretary asks to "Choose its behaviours" for the zone "Example Old Town"
        | Behaviours that it is to change | Nuisance at Example Old Town, Crime of any kind |
      Then it is done

  @B-3.5
  Rule: Community leaders and agencies got a first toolkit

    Scenario: The toolkit is given out
      Given the zone "Example Old Town" is at "Running"
      When the secretary asks to "Give out the first toolkit" for the zone "Example Old Town"
        | Edition of the toolkit | First edition |
      Then it is done

  @B-1.2
  Rule: The zones are evaluated

    Scenario: An evaluation is under way
      Given the zone "Example Old Town" is at "Running"
      When the secretary asks to "Begin an evaluation"
        | Title            | Example look at a zone |
        | Zones            | Example Old Town       |
        | Interim or final | Interim                |
        | Evaluator        | the evaluator          |
        | Institution      | Example University     |
      Then it is done
      And the evaluation "Example look at a zone" is at "Under way"
      When the evaluator asks to "Report the findings" for the evaluation "Example look at a zone"
        | Findings | Much was done |
      Then it is done
