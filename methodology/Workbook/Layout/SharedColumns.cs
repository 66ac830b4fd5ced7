namespace PilotRegistry.Workbook;

/// <summary>What every line may carry besides its numbers.</summary>
internal static class SharedColumns
{
    public static readonly Column Quality = Column.OneOf("quality", "数据质量",
        [new("measured", "实测"), new("calculated", "计算"), new("default", "缺省"), new("estimated", "估算")], 16);

    public static readonly Column Note = Column.Text("note", "备注");
}
