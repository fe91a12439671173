"""Which tests stand behind each row of the threat table (TRUST section 2).

Each row is carried out on disk by tests beside this file, whose names begin with its
number; `CLOSER` names tests elsewhere that look closer at the same attack. A row
without a test is listed as missing, with what it waits for.
"""

import ast
import re
from collections.abc import Mapping
from pathlib import Path

_NUMBERED = re.compile(r"test_(\d\d)(?:_and_(\d\d))?_")

CLOSER: Mapping[int, tuple[str, ...]] = {
    1: (
        "judging/test_refusals_statements.py::"
        "test_an_actor_who_is_not_the_signer_is_refused",
    ),
    2: (
        "judging/test_real_objects.py::"
        "test_a_commit_without_a_signature_is_unconfirmed",
        "guard/test_hook.py::test_attack_2_an_unsigned_commit_is_refused",
    ),
    3: (
        "judging/test_real_objects.py::"
        "test_a_key_that_the_registry_does_not_know_is_refused",
    ),
    4: (
        "judging/test_refusals_statements.py::"
        "test_an_actor_who_is_not_the_signer_is_refused",
    ),
    5: ("judging/test_refusals_people.py::test_a_revoked_key_is_refused",),
    6: (
        "judging/test_refusals_people.py::"
        "test_an_act_by_a_revoked_key_is_refused_even_if_signed_before",
        "judging/test_refusals_statements.py::test_no_date_makes_a_commit_unlawful",
    ),
    7: (
        "registry/test_suspects.py::"
        "test_without_trusted_time_all_that_a_lost_key_did_is_in_doubt",
        "registry/test_suspects_in_time.py::"
        "test_a_receipt_before_the_loss_takes_the_doubt_away",
        "registry/test_suspects_in_time.py::"
        "test_a_key_that_was_lost_vouches_for_nothing_that_is_in_doubt",
    ),
    8: ("judging/test_refusals_registry.py::test_a_key_does_not_enrol_itself",),
    9: ("judging/test_refusals_registry.py::test_nobody_grants_themselves_a_role",),
    10: (
        "registry/test_dual_control.py::"
        "test_an_admin_alone_adds_no_key_to_a_committee_member",
        "registry/test_dual_control.py::"
        "test_an_admin_alone_enrols_no_invented_assessor",
    ),
    11: (
        "judging/test_refusals_registry.py::"
        "test_a_key_of_somebody_else_is_not_enrolled",
        "dossier/test_registry_changes.py::test_no_key_is_of_two_people",
        "receiver/test_attacks_on_reviews.py::"
        "test_11_an_account_of_two_people_counts_for_neither",
    ),
    13: (
        "history/test_history_keys.py::test_a_point_of_small_order_cannot_be_enrolled",
        "dossier/test_enrolled_keys.py::"
        "test_a_key_that_cannot_sign_safely_is_not_let_in",
    ),
    14: (
        "judging/test_real_objects.py::"
        "test_a_header_that_a_commit_may_not_have_is_refused",
    ),
    15: ("history/test_history_commits.py::test_one_signature_makes_one_commit_only",),
    16: (
        "history/test_history_commits.py::test_a_header_that_does_not_belong_is_found",
    ),
    17: ("history/test_history_commits.py::test_a_nul_in_the_message_hides_nothing",),
    18: (
        "history/test_history_commits.py::test_a_header_that_does_not_belong_is_found",
    ),
    19: (
        "judging/test_real_objects.py::"
        "test_a_commit_signed_in_another_namespace_is_refused",
    ),
    20: ("history/test_history_sshsig.py::test_refused_inside_the_blob",),
    21: (
        "history/test_history_sshsig.py::test_bytes_after_the_blob_are_refused",
        "history/test_history_sshsig.py::test_a_short_blob_is_refused",
    ),
    22: ("history/test_history_sshsig.py::test_refused_inside_the_blob",),
    23: ("history/test_history_sshsig.py::test_any_bytes_give_an_answer",),
    24: (
        "judging/test_refusals_statements.py::test_an_act_of_another_exam_is_refused",
        "judging/test_refusals_statements.py::"
        "test_an_act_for_another_repository_is_refused",
        "receiver/test_attacks_on_reviews.py::"
        "test_24_a_review_moved_to_another_exam_is_refused",
        "receiver/test_decision_lists.py::test_24_a_line_does_not_land_in_another_exam",
    ),
    25: (
        "judging/test_refusals_statements.py::"
        "test_a_seq_of_an_act_that_is_not_the_rows_is_refused",
        "receiver/test_attacks_on_reviews.py::"
        "test_25_a_review_replayed_after_the_text_went_and_came_back_is_stale",
    ),
    26: (
        "judging/test_refusals_rows.py::"
        "test_a_changed_text_voids_the_approvals_of_the_older_one",
        "receiver/test_attacks_on_reviews.py::"
        "test_26_a_push_after_the_review_makes_it_stale",
    ),
    27: (
        "judging/test_refusals_statements.py::"
        "test_a_digest_of_something_else_is_refused",
        "receiver/test_attacks_on_reviews.py::"
        "test_27_a_review_before_the_base_changed_is_stale",
        "receiver/test_attacks_on_reviews.py::"
        "test_27_a_text_that_the_reviewer_never_saw_is_refused",
    ),
    28: (
        "judging/test_refusals_people.py::"
        "test_who_assessed_does_not_establish_the_result",
        "receiver/test_attacks_on_reviews.py::"
        "test_28_a_review_by_who_pushed_the_commits_is_refused",
        "receiver/test_attacks_on_reviews.py::"
        "test_28_a_review_by_who_pushed_one_commit_of_several_is_refused",
        "receiver/test_attacks_on_reviews.py::"
        "test_28_a_reviewer_does_not_hide_behind_another_name_in_the_commit",
    ),
    29: (
        "receiver/test_receiver_attests.py::"
        "test_29_a_dismissed_review_revives_no_older_approval",
        "receiver/test_receiver_attests.py::"
        "test_a_review_that_is_no_standing_approval_gives_no_act",
    ),
    30: (
        "receiver/test_receiver_attests.py::"
        "test_a_review_that_is_no_standing_approval_gives_no_act",
    ),
    31: (
        "receiver/test_attacks_on_reviews.py::"
        "test_31_a_review_by_another_account_is_refused",
        "receiver/test_attacks_on_reviews.py::"
        "test_31_a_review_by_the_same_number_on_another_host_is_refused",
        "registry/test_dual_control.py::"
        "test_an_admin_alone_adds_no_forge_account_to_an_outsider",
    ),
    32: (
        "receiver/test_attacks_on_reviews.py::"
        "test_32_a_receiver_that_lies_gives_level_b_and_no_more",
        "registry/test_suspects_in_time.py::"
        "test_what_a_stolen_receiver_attested_is_in_doubt",
    ),
    33: (
        "receiver/test_receiver_attests.py::"
        "test_33_an_answer_that_cannot_be_read_stops_the_tool",
    ),
    34: (
        "judging/test_refusals_rows.py::"
        "test_no_row_is_approved_before_what_it_needs_is_done",
    ),
    35: ("judging/test_refusals_rows.py::test_a_frozen_row_is_not_changed",),
    36: ("judging/test_refusals_rows.py::test_one_commit_serves_one_step",),
    37: (
        "history/test_history_transitions.py::test_an_evil_merge_is_a_change",
        "judging/test_real_objects.py::test_a_merge_is_judged_by_its_first_parent",
        "receiver/test_attacks_by_merge.py::test_37_an_evil_merge_is_refused",
    ),
    38: (
        "judging/test_real_objects.py::"
        "test_a_merge_that_rolls_back_is_a_change_like_any_other",
        "receiver/test_attacks_by_merge.py::"
        "test_38_a_merge_with_an_old_tree_rolls_nothing_back",
    ),
    39: (
        "receiver/test_attacks_by_merge.py::"
        "test_39_who_lost_a_key_does_not_return_by_merging_where_it_counted",
    ),
    40: (
        "guard/test_pin.py::test_attack_40_a_fork_that_is_as_long_is_not_judged",
        "guard/test_hook.py::test_attack_40_main_is_not_replaced_by_a_fork",
    ),
    41: (
        "guard/test_pin.py::test_attack_41_a_force_push_to_an_older_head_is_not_judged",
        "guard/test_hook.py::test_attack_41_main_does_not_go_back",
        "guard/test_hook.py::test_attack_41_main_is_not_deleted",
    ),
    44: (
        "judging/test_real_objects.py::test_another_genesis_is_not_the_one_on_paper",
        "judging/test_real_objects.py::"
        "test_a_merge_of_a_history_with_another_start_is_refused",
        "guard/test_pin.py::"
        "test_attack_44_another_school_under_the_same_name_is_not_judged",
        "guard/test_hook.py::test_attack_44_an_unrelated_history_does_not_replace_main",
    ),
    45: ("judging/test_real_objects.py::test_a_merge_of_three_is_refused",),
    46: (
        "receiver/test_attacks_by_merge.py::"
        "test_46_what_a_forge_squashes_is_unconfirmed",
        "covering/test_cover_exam.py::"
        "test_a_squash_is_made_lawful_by_the_act_of_its_writer",
        "receiver/test_covers_by_merge.py::"
        "test_a_cover_lands_a_review_of_what_a_button_merged",
    ),
    47: ("judging/test_refusals_rows.py::test_nothing_is_ever_deleted",),
    48: (
        "judging/test_refusals_statements.py::test_only_approve_may_change_nothing",
        "judging/test_refusals_rows.py::test_an_empty_landing_is_refused",
    ),
    49: (
        "history/test_history_transitions.py::"
        "test_a_submodule_is_found_and_not_followed",
    ),
    50: (
        "judging/test_real_objects.py::"
        "test_an_entry_that_a_ledger_may_not_hold_is_refused",
    ),
    51: (
        "judging/test_real_objects.py::"
        "test_an_entry_that_a_ledger_may_not_hold_is_refused",
    ),
    52: ("history/test_history_trees.py::test_a_hostile_path_is_found",),
    53: ("history/test_history_trees.py::test_a_hostile_path_is_found",),
    54: (
        "history/test_history_trees.py::test_a_name_twice_is_found",
        "history/test_history_trees.py::test_entries_out_of_order_are_found",
        "history/test_history_trees.py::test_a_file_and_a_folder_of_one_name_are_found",
    ),
    55: ("history/test_history_trees.py::test_a_rename_is_a_removal_and_an_addition",),
    56: (
        "reading/test_yaml_traps.py::test_a_trap_is_a_finding_at_its_place",
        "reading/test_yaml_traps.py::test_an_alias_bomb_is_never_opened",
    ),
    57: ("reading/test_yaml_traps.py::test_a_trap_is_a_finding_at_its_place",),
    58: (
        "judging/test_refusals_registry.py::test_the_tooling_is_changed_by_admins_only",
        "registry/test_dual_control.py::test_the_tooling_is_not_changed_by_an_admin",
    ),
    59: (
        "history/test_history_repository.py::"
        "test_nothing_in_a_hostile_configuration_runs",
    ),
    60: (
        "history/test_history_repository.py::"
        "test_nothing_in_a_hostile_configuration_runs",
        "history/test_history_repository.py::test_a_partial_clone_is_refused",
    ),
    61: ("history/test_history_repository.py::test_replaced_objects_are_refused",),
    62: ("history/test_history_repository.py::test_grafts_are_refused",),
    63: ("history/test_history_repository.py::test_a_shallow_clone_is_refused",),
    64: ("history/test_history_repository.py::test_a_lying_commit_graph_is_not_read",),
    65: (
        "history/test_history_repository.py::"
        "test_a_tampered_loose_object_is_not_believed",
        "history/test_history_repository.py::"
        "test_a_pack_that_serves_other_bytes_is_not_believed",
        "guard/test_memory.py::"
        "test_attack_65_a_new_object_that_is_gone_is_not_remembered_away",
    ),
    67: (
        "judging/test_real_objects.py::"
        "test_a_message_that_is_not_exactly_a_statement_is_refused",
    ),
    68: (
        "history/test_history_repository.py::test_a_tag_named_main_does_not_win",
        "history/test_history_repository.py::"
        "test_a_branch_named_like_a_commit_does_not_win",
        "guard/test_hook.py::test_attack_68_a_ref_that_misleads_is_refused",
    ),
    69: (
        "history/test_history_transitions.py::"
        "test_a_file_that_is_too_large_is_not_read",
        "history/test_history_trees.py::"
        "test_more_changes_than_a_person_can_make_are_found",
        "history/test_history_trees.py::test_a_tree_that_holds_itself_many_times_ends",
        "guard/test_hook.py::test_attack_69_too_many_branches_are_refused",
        "guard/test_hook.py::test_attack_69_too_many_commits_are_refused",
    ),
    70: (
        "house/test_house_workflows.py::"
        "test_no_workflow_runs_with_rights_on_a_stranger_s_change",
        "house/test_house_workflows.py::test_a_workflow_gives_no_permission_by_default",
        "guard/test_memory.py::test_attack_70_a_spoiled_memory_changes_no_verdict",
        "guard/test_memory.py::test_attack_70_a_memory_sealed_by_somebody_else",
        "guard/test_hook_memory.py::"
        "test_attack_70_a_spoiled_memory_lets_nothing_in_and_keeps_nobody_out",
    ),
    71: (
        "judging/test_time_receipts.py::"
        "test_a_backdated_commit_makes_no_hand_in_timely",
        "judging/test_time_receipts.py::"
        "test_without_word_of_others_a_hand_in_is_untimed_whatever_its_date",
    ),
    72: (
        "sealing/test_sealing_leaks.py::test_nothing_in_a_clone_tells_the_sealed_form",
        "sealing/test_sealing_leaks.py::"
        "test_unsealing_before_the_second_seal_is_refused_with_the_real_key",
        "sealing/test_sealed_sessions.py::"
        "test_the_seal_of_the_other_copied_as_ones_own_never_opens",
        "sealing/test_sealed_sessions.py::"
        "test_a_form_changed_after_seeing_the_other_is_refused",
        "guard/test_hook.py::test_attack_72_a_form_in_clear_on_a_branch_is_refused",
    ),
}
"""Test modules below `tests/`, with the name of the function."""

MISSING: Mapping[int, str] = {42: "waits for witnesses", 43: "waits for witnesses"}
"""Rows that no test holds yet, and what each waits for."""


def carried_out() -> Mapping[int, tuple[str, ...]]:
    """Return the tests beside this file by the row that each carries out."""
    found: dict[int, tuple[str, ...]] = {}
    for module in sorted(Path(__file__).parent.glob("test_attacks_*.py")):
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            name = node.name if isinstance(node, ast.FunctionDef) else ""
            match = _NUMBERED.match(name)
            for number in match.groups() if match else ():
                if number:
                    found[int(number)] = (*found.get(int(number), ()), name)
    return found


HELD = carried_out()
