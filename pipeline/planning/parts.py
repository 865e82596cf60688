"""The parts of a plan that stages depend on, as JSON: what is counted, what a wave shows; pure."""

from pipeline.planning.plan import Plan

NOT_COUNTED = {"title", "headline", "chart", "margin", "waves"}


def counted_part(plan: Plan) -> str:
    """What decides the numbers, as JSON: the plan without words and drawings."""
    return plan.model_dump_json(
        exclude={"figures": {"__all__": NOT_COUNTED}, "key_numbers": True}, indent=1
    )


def part_of_wave(plan: Plan, wave: str) -> str:
    """All that the plan says of a wave, as JSON; what it says of others is left out."""
    figures = {
        name: figure.model_copy(
            update={
                "headline": {one: said for one, said in figure.headline.items() if one == wave},
                "waves": (),
            }
        )
        for name, figure in plan.figures.items()
    }
    return plan.model_copy(update={"figures": figures}).model_dump_json(indent=1)
