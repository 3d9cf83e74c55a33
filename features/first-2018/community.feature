Feature: What went on in a zone under the first operating model
  Leadership differed from place to place, sporting bodies offered activities, money came in for local services, and local people
  chose what Community Payback would put right. These examples are invented.

  @B-2.2
  Rule: Community leadership is assessed place by place

    Scenario Outline: Leadership in a community is <Leadership>
      Given the zone "Example Old Town" is at "Running"
      When the secretary asks to "Assess its leadership" for the community "community"
        | Community leadership | <Leadership> |
      Then it is done

      Examples:
        | Leadership   |
        | Very limited |
        | Developing   |
        | Strong       |

    Scenario: A leader speaks for a community that is on the register
      Given the zone "Example Old Town" is at "Running"
      When the secretary asks to "Appoint to an office"
        | Office | Community leader |
        | Person | the first leader |
        | Body   | the community    |
      Then it is done
      Given the secretary has been able to "Take it out of use" for the community "community"
      When the secretary asks to "Appoint to an office"
        | Office | Community leader |
        | Person | the evaluator    |
        | Body   | the community    |
      Then it is refused only because "a community leader speaks for a community that is on the register"

  @B-2.3 @B-2.4
  Rule: A zone brings in activities and money

    Scenario: A sports club commits an activity
      Given the zone "Example Old Town" is at "Running"
      When the sports officer asks to "Commit an activity"
        | Name     | Example football nights |
        | Zone     | Example Old Town        |
        | Provider | Example Sports Club     |
      Then it is done
      And the zone "Example Old Town" shows
        | activities committed | 1 |

    Scenario: Money for work in schools
      Given the zone "Example Old Town" is at "Running"
      When the secretary asks to "Record an award"
        | Title   | Example mentors  |
        | Zone    | Example Old Town |
        | Funder  | Example University |
        | Purpose | Work in schools  |
        | Amount  | 2500             |
      Then it is done
      And the zone "Example Old Town" shows
        | funding brought in | £2,500.00 |

  @B-2.6
  Rule: Local people and agencies choose improvements

    Scenario: A local person asks for an improvement
      Given the zone "Example Old Town" is at "Running"
      When the first leader asks to "Nominate a project"
        | Title                 | Example hedge    |
        | Zone                  | Example Old Town |
        | Place                 | Example Lane     |
        | Improvement asked for | Cut it back      |
        | Who asks              | A local person   |
        | Person who asks       | the first leader |
      Then it is done
      Given the secretary has been able to "Note that it was carried out" for the payback "Example hedge"
      Then the payback "Example hedge" is at "Carried out"

  @B-1.3
  Rule: Offices are held of the right body, and the secretariat is never empty

    Scenario: Officers of the Board and of agencies
      When the secretary asks to "Appoint to an office"
        | Office | Chair                |
        | Person | the evaluator        |
        | Body   | Example Sports Club  |
      Then it is refused only because "this office is held of the Board"
      When the secretary asks to "Appoint to an office"
        | Office | Agency officer                 |
        | Person | the evaluator                  |
        | Body   | Example People and Place Board |
      Then it is refused only because "an agency officer speaks for an agency that takes part"

    Scenario: The last person in the secretariat stays
      When the chair asks to "End the appointment" for the appointment "post"
      Then it is refused only because "somebody else stays in the secretariat"
      Given the secretary has been able to "Appoint to an office"
        | Office | Secretariat   |
        | Person | the evaluator |
        | Body   | the board     |
      When the chair asks to "End the appointment" for the appointment "post"
      Then it is done
