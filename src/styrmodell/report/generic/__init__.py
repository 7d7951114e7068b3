"""Reports that every region can use, offered by the same door as the regions' own."""
