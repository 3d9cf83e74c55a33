Feature: The key by which others can check the log
  The Board signs what it says of its log, and others keep that. So that nobody can change the key unseen, a key counts
  from the day on which officers of the Board have put it in force, and everybody can see who did so and when.

  @X-64
  Rule: Officers of the Board put the key of its log in force

    Scenario Outline: <Who> puts the first key in force
      When <Who> registers a key of the log
      Then it is done
      And the log has had 1 key

      Examples:
        | Who            |
        | the secretary  |
        | the chair      |
        | the vice-chair |

    Scenario: Somebody without such an office does not
      When the board member registers a key of the log
      Then it is refused only because "a key of the log is registered by Secretariat, Chair or Vice-chair"
      And the log has had 0 keys

    Scenario: The secretariat enters what the chair has decided
      When the secretary enters from "minute 2020/4" that the chair registers a key of the log
      Then it is done
      When the board member enters from "a note" that the chair registers a key of the log in place of the one in force
      Then it is refused only because "what somebody else decided is entered by Secretariat, naming the document it comes from"

    Scenario: A key is in force from a day that has come
      When the chair registers a key of the log with effect from 7 January 2020
      Then it is refused only because "it takes effect on a day that has come"

  @X-64
  Rule: A new key takes the place of the one in force

    Scenario: The key is changed
      When the chair registers a key of the log
      And 30 days pass
      And the chair registers a key of the log in place of the one in force
      Then it is done
      And the log has had 2 keys

    Scenario: There are never two keys side by side
      When the chair registers a key of the log
      And the chair registers a key of the log
      Then it is refused only because "a new key replaces the one in force"
      And the log has had 1 key
