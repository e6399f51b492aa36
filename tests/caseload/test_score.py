from optimizer.caseload.score import Band, Missing, ScoreLine, scored, ticked

BANDS = (Band(0, "low"), Band(5, "high"))


def test_only_what_gives_points_fired():
    score = scored("X", 9, BANDS, [ScoreLine("a", 2, "two of a"), ScoreLine("b", 0, "no b"), ticked("c", 3, True)])
    assert [line.what for line in score.lines] == ["a", "c"]
    assert (score.points, score.band, score.complete) == (5, "high", True)
    assert score.sentence == "X is 5 of 9 (high), from two of a: 2; c: 3."


def test_what_is_missing_is_said_and_never_guessed():
    score = scored("X", 9, BANDS, [ScoreLine("a", 2, "two of a"), Missing("b"), ticked("low iron", 1, None, "iron")])
    assert (score.points, score.missing) == (2, ("b", "iron"))
    assert score.sentence == "X is at least 2 of 9 (low or more), from two of a: 2. Not known: b, iron."


def test_the_highest_band_is_not_open_and_points_end_at_the_most():
    assert "(high)" in scored("X", 9, BANDS, [ScoreLine("a", 7, "a"), Missing("b")]).sentence
    assert scored("X", 9, BANDS, [ScoreLine("a", 7, "a"), ScoreLine("b", 7, "b")]).points == 9
    assert scored("X", 9, (), []).band == ""
