namespace PilotRegistry.Methodology;

/// <summary>More carbon came out of a conversion than went in.</summary>
internal static class NegativeConversion
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        foreach (var conversion in year.Park.Conversions)
            if (conversion.Co2Balance < 0)
                yield return Saw.Warning("negativeConversion",
                    $"加工转换（{EnergyConversion.LabelOf(conversion.Kind).Zh}）产出的碳多于投入的碳：请核对投入、产出的数量和热值。",
                    $"{EnergyConversion.LabelOf(conversion.Kind).En}: more carbon came out than went in. Check quantities and heat values of inputs and outputs.",
                    ("pointer", $"/{conversion.At}"), ("co2In", conversion.Inputs.Sum(input => input.Co2)),
                    ("co2Out", conversion.Outputs.Sum(output => output.Co2)), ("balance", conversion.Co2Balance));
    }
}
