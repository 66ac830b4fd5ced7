using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Items and mappings have scopes of their own, merged into the one around on completion only.</summary>
public sealed class Rule14VariableTests
{
    [Fact]
    public void Results_without_a_mapping_go_to_the_process()
    {
        var c = Case.Started(Drawing.Of().Start().Sub("sub", inside => inside.Start("s").Task("t").Task("u").End("e").Paths("s t u e")).End().Paths("start sub end")).Complete("t", ("x", 1));
        Assert.Equal("1", c.Json("x"));
    }

    [Fact]
    public void An_input_mapping_is_local_and_does_not_touch_the_variable_of_that_name()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t", Parts.Map("input", "=x + 1", "x")).Task("u").End().Paths("start t u end"), ("x", 1));
        Assert.Equal(FeelValue.Of(2), c.State.Elements[c.Key("t")].Variables.Find("x"));
        Assert.Equal("1", c.Complete("t").Json("x"));
    }

    [Fact]
    public void With_an_output_mapping_only_what_is_mapped_comes_out()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t", Parts.Map("output", "=x * 2", "doubled")).End().Paths("start t end")).Complete("t", ("x", 4), ("draft", "secret"));
        c.Ended();
        Assert.Equal(("8", "null", "null"), (c.Json("doubled"), c.Json("x"), c.Json("draft")));
    }

    [Fact]
    public void What_a_subprocess_has_of_its_own_stays_its_own()
    {
        var c = Case.Started(Drawing.Of().Start().Sub("sub", inside => inside.Start("s").Task("t").Task("u").End("e").Paths("s t u e"), "<extensionElements>" + Parts.Map("input", "=0", "round") + "</extensionElements>").Task("after").End().Paths("start sub after end"));
        c.Complete("t", ("round", 1), ("note", "n"));
        Assert.Equal(("null", "\"n\""), (c.Json("round"), c.Json("note")));
        c.Complete("u");
        Assert.Equal("null", c.Json("round"));
    }

    [Fact]
    public void A_terminated_element_leaves_nothing_behind()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t", inner: Parts.Each("=[1,2]", output: "=x")).Boundary("late", "t", Parts.Timer("P1D")).Task("after").End().Paths("start t end", "late after end"));
        c.Complete("t", ("x", 1)).Late(TimeSpan.FromDays(1));
        Assert.Equal(("null", "null"), (c.Json("x"), c.Json("results")));
    }

    [Fact]
    public void A_mapping_that_cannot_be_computed_is_an_incident_and_the_results_are_kept()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t", Parts.Due("=limit")).Task("after").End().Paths("start t after end"), ("limit", "soon"));
        Assert.Equal(("timer-value@t", ""), (c.Incidents, c.Open));
        c.Do(new Command.RetryIncident(c.State.Incidents.Keys.Single(), Case.Values(("limit", "P3D"))));
        Assert.Equal(Case.Monday.AddDays(3), c.State.Tasks.Values.Single().Due!.At);
    }

    [Fact]
    public void Dates_are_kept_as_their_text()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t", Parts.Map("output", "=date(\"2026-03-02\") + duration(\"P1D\")", "next")).End().Paths("start t end")).Complete("t");
        Assert.Equal("\"2026-03-03\"", c.Json("next"));
    }

    [Fact]
    public void Numbers_keep_every_digit() =>
        Assert.Equal("12345678901234567890.123456789", Case.Started(Drawing.Of().Start().Task("t").End().Paths("start t end"), ("x", 12345678901234567890.123456789m)).Json("x"));
}
