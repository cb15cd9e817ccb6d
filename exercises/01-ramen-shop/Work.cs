namespace Katas.RamenShop;

/// <summary>One of the four things to do for a bowl.</summary>
public enum Work
{
    /// <summary>Bring the water to the boil: 3 minutes on a burner, no hands.</summary>
    Boil,

    /// <summary>Prepare noodles and toppings: 2 minutes of a chef's hands.</summary>
    Prepare,

    /// <summary>Cook the noodles in the boiling water: 4 minutes on a burner, no hands.</summary>
    Cook,

    /// <summary>Serve the bowl: 1 minute of a chef's hands.</summary>
    Serve,
}
